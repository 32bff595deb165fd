import * as fc from 'fast-check';
import type { Citation } from './citation.ts';
import { citationInputSchema, citationInQuery, citationOf } from './citation-input.ts';
import { citationKey } from './citation-key.ts';

const citationFrom = (fields: object): Citation => citationOf(citationInputSchema.parse(fields));

describe('one cited item has one normal form', () => {
  test('a book by its number, whatever else is typed', () => {
    const one = citationFrom({ kind: 'book', isbn: ['0-14-143958-0'], title: 'Emma' });
    const other = citationFrom({ kind: 'book', isbn: ['978-0-14-143958-7'], title: 'Emma : a novel', date: '2003' });
    expect(citationKey(one)).toBe(citationKey(other));
    expect(citationKey(one)).toBe('whole|isbn:9780141439587|||');
  });

  test('a book without a number by title, name and year, however they are written', () => {
    const one = citationFrom({ kind: 'book', title: 'The Glass Orchard', author: 'Léger, Ana', date: 'c1998' });
    const other = citationFrom({ kind: 'book', title: 'glass orchard.', author: 'Ana Leger', date: '1998' });
    expect(citationKey(one)).toBe(citationKey(other));
    expect(citationKey({ ...one, date: '2005' })).not.toBe(citationKey(one));
  });

  test('an article by DOI or PMID; otherwise by journal, volume, issue and first page', () => {
    const doi = { kind: 'article', doi: 'https://doi.org/10.1038/35057062' };
    expect(citationKey(citationFrom(doi))).toBe(citationKey(citationFrom({ ...doi, title: 'Nature', pages: '860' })));
    const article = {
      kind: 'article',
      issn: ['00280836'],
      volume: '409',
      issue: '6822',
      partTitle: 'Initial sequencing',
    };
    const whole = citationFrom({ ...article, pages: '860-921', date: '2001-02-15' });
    expect(citationKey(whole)).toBe(citationKey(citationFrom({ ...article, pages: 'pp. 860', date: '2001' })));
    expect(citationKey(whole)).not.toBe(citationKey(citationFrom({ ...article, pages: '934' })));
    expect(citationKey(whole)).not.toBe(citationKey(citationFrom({ ...article, pages: '860', issue: '6823' })));
  });

  test('two parts of one book have different keys, and neither has that of the book', () => {
    const book = { isbn: ['9780141439587'] };
    const parts = ['On hope', 'On trade'].map((partTitle) => citationFrom({ kind: 'chapter', ...book, partTitle }));
    const forms = [...parts, citationFrom({ kind: 'book', ...book })].map(citationKey);
    expect(new Set(forms).size).toBe(3);
  });

  test('the years of a journal have different keys', () => {
    const journal = { kind: 'journal', issn: ['0028-0836'] };
    expect(citationKey(citationFrom({ ...journal, date: '1998' }))).not.toBe(
      citationKey(citationFrom({ ...journal, date: '1999' })),
    );
  });

  test('case, diacritics, punctuation and the order of numbers never matter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('.', ' :', ',', '!'), (title, mark) => {
        const one: Citation = { kind: 'book', title, isbn: [] };
        expect(citationKey({ ...one, title: `${title.toUpperCase().toLowerCase()}${mark}` })).toBe(
          citationKey({ ...one, title: title.toLowerCase() }),
        );
      }),
    );
    const numbers = ['9780141439587', '9780060935467'];
    expect(citationKey({ kind: 'book', isbn: numbers })).toBe(
      citationKey({ kind: 'book', isbn: numbers.toReversed() }),
    );
  });
});

describe('a citation as entered', () => {
  test('is normalised, and an error is refused with its field', () => {
    expect(
      citationFrom({
        kind: 'article',
        title: ' Nature\u0007 ',
        issn: ['00280836'],
        oclc: 'ocm00012345',
        pmid: 'PMID: 11237011',
      }),
    ).toEqual({ kind: 'article', title: 'Nature', issn: ['0028-0836'], oclc: '12345', pmid: '11237011' });
    const wrong = citationInputSchema.safeParse({
      kind: 'book',
      isbn: ['9780141439588'],
      doi: 'x',
      title: ' ',
      isnb: '1',
    });
    expect(wrong.error?.issues.map(({ path, code }) => [path.join('.'), code])).toEqual(
      expect.arrayContaining([
        ['isbn.0', 'custom'],
        ['doi', 'custom'],
        ['title', 'too_small'],
        ['', 'unrecognized_keys'],
      ]),
    );
  });

  test('an empty citation is none, and a title alone is a book', () => {
    expect(citationInQuery({})).toBeUndefined();
    expect(citationInQuery({ isbn: [] })).toBeUndefined();
    expect(citationInQuery({ title: 'Emma' })).toEqual({ kind: 'book', title: 'Emma' });
  });
});
