import { headingKey } from '../../../functions/catalogue/public/heading-key.ts';
import type { IndexDocument } from '../../../functions/catalogue/public/index-document.ts';
import { facetValues } from '../../../functions/discovery/data/search-index/facet-values.ts';
import { findRecords } from '../../../functions/discovery/data/search-index/find-records.ts';
import type { FoundRecord } from '../../../functions/discovery/data/search-index/search.ts';
import { behind } from '../../../functions/discovery/domain/query/cursor.ts';
import type { After } from '../../../functions/discovery/domain/query/query.ts';
import { plainSearch, type SearchParameters } from '../../../functions/discovery/domain/query/search-parameters.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** Searches other than by words in all fields: parts of a record, numbers, one's own library, works, typing errors. */
const nothingElse = { titles: [], related: [], series: [], callNumbers: [], numbers: [] };

const edition = (year: number, over: Partial<IndexDocument> = {}): IndexDocument =>
  aDocument({
    ...{ title: 'The harbour at night', author: 'Orrell, Tamsin, 1950-', year, recordId: `harbour-${year}` },
    ...over,
  });

const shelf: IndexDocument[] = [
  edition(1998, { subjects: ['Harbours -- History', 'World War, 1939-1945'], authorsAdded: ['Reyes, Ana'] }),
  edition(2004, { heldBy: ['birch'], format: 'ebook' }),
  edition(2011, { heldBy: ['ash', 'birch'], languages: ['spa'], subjects: ['HARBOURS -- History.', 'Warblers'] }),
  aDocument({
    title: 'Programming in C++',
    foundBy: {
      ...nothingElse,
      callNumbers: ['QA76.73.C153 S77 1997', '005.133'],
      numbers: ['9780704322530'],
      related: ['Annals of botany'],
    },
    isbn13: ['9780201889543'],
    lccn: ['85000002'],
    heldBy: ['cedar'],
  }),
  aDocument({
    title: 'Sheaves on curves',
    series: ['Lecture notes in topology ; 12'],
    foundBy: { ...nothingElse, series: ['Lecture notes in topology'] },
    subjects: ['Topology -- Periodicals', 'Curves'],
  }),
  aDocument({ title: 'Lecture notes', contents: ['Topology in short'], subjects: ['Notes on topology'] }),
  aDocument({ title: 'A yellow lighthouse', contents: ['written with a lihgthouse keeper'] }),
  ...Array.from({ length: 12 }, (_, i) => aDocument({ title: `The lighthouse of ${'abcdefghijkl'.charAt(i)}ville` })),
];

let index: TestIndex;
beforeAll(async () => {
  index = anIndex();
  await index.hold(shelf);
}, 60_000);
afterAll(() => index.drop());

const titles = async (q: string, more: Partial<SearchParameters> = {}): Promise<string[]> =>
  (await index.search(q, more)).hits.map(({ title }) => title);
const ids = async (q: string, more: Partial<SearchParameters> = {}): Promise<string[]> =>
  (await index.search(q, more)).hits.map(({ recordId }) => recordId).sort();

describe('parts of a record', () => {
  test.each([['QA76.73.C153 S77 1997'], ['qa 76.73 .c153 s77 1997'], ['QA76.73'], ['005.133']])(
    'call number %s',
    async (q) => expect(await titles(q, { scope: 'callNumber' })).toEqual(['Programming in C++']),
  );

  test('a whole call number is also found in a search of all fields', async () => {
    expect(await titles('qa76.73.c153s771997')).toEqual(['Programming in C++']);
  });

  test('a series is found by its name, and comes before records with the terms elsewhere', async () => {
    expect(await titles('topology lecture notes', { scope: 'series' })).toEqual(['Sheaves on curves']);
    expect((await titles('lecture notes in topology'))[0]).toBe('Sheaves on curves');
  });

  test('a whole heading comes before longer ones', async () => {
    expect(await titles('topology', { scope: 'subject' })).toEqual(['Sheaves on curves', 'Lecture notes']);
  });

  test('a record is found by the title that it continues or belongs to', async () => {
    expect(await titles('annals of botany')).toEqual(['Programming in C++']);
  });
});

describe('numbers', () => {
  test.each([['85-2'], ['LCCN 85-2'], ['0-201-88954-4'], ['isbn:9780201889543']])('%s identifies it', async (q) => {
    expect(await index.search(q)).toMatchObject({ relaxed: false, hits: [{ title: 'Programming in C++' }] });
  });

  test.each([['0704322536'], ['978020188'], ['020188954']])(
    '%s belongs to a related record, and is marked as such',
    async (q) => {
      for (const scope of ['any', 'identifier'] as const)
        expect(await index.search(q, { scope })).toMatchObject({
          relaxed: true,
          total: { count: 1 },
          hits: [{ title: 'Programming in C++' }],
        });
    },
  );
});

describe('typing errors', () => {
  test('the likeliest spelling is searched strictly, and named', async () => {
    expect(await index.search('harbuor at nihgt')).toMatchObject({
      relaxed: true,
      corrected: 'harbour at night',
      hits: [{ title: 'The harbour at night' }, {}, {}],
    });
  });

  test('its next page has the same terms', async () => {
    const parameters = plainSearch('lighthuose', { limit: 5 });
    const viewer = { kind: 'anonymous' as const };
    const first = await findRecords(index.engine, index.family, parameters, viewer);
    expect(first.corrected).toBe('lighthouse');
    const after = behind(parameters, first.hits);
    if (!after || !first.corrected) throw new Error('There is no next page.');
    const later = { after, relaxed: true, corrected: first.corrected };
    const second = await findRecords(index.engine, index.family, parameters, viewer, later);
    expect(second.hits).toHaveLength(5);
    expect(second.hits.map(({ recordId }) => recordId)).not.toContain(first.hits[0]?.recordId);
  });

  test('where a note contains the error, the corrected term is offered', async () => {
    expect(await index.search('lihgthouse')).toMatchObject({
      relaxed: false,
      suggestion: 'lighthouse',
      hits: [{ title: 'A yellow lighthouse' }],
    });
  });
});

describe('facets and libraries', () => {
  const chosen = { format: ['book' as const, 'ebook' as const], language: ['eng'], member: [] };

  test('several values of a facet are combined by OR; each facet counts without its own choice', async () => {
    const { hits, facets } = await index.search('harbour', { facets: chosen });
    expect(hits.map(({ recordId }) => recordId).sort()).toEqual(['harbour-1998', 'harbour-2004']);
    expect(facets?.language).toEqual([
      { value: 'eng', count: 2 },
      { value: 'spa', count: 1 },
    ]);
    expect(facets?.format).toEqual([
      { value: 'book', count: 1 },
      { value: 'ebook', count: 1 },
    ]);
    expect(facets?.member).toEqual([
      { value: 'ash', count: 1 },
      { value: 'birch', count: 1 },
    ]);
  });

  test('within a library or a group only its records are found, and counted', async () => {
    expect(await ids('harbour', { within: ['birch'] })).toEqual(['harbour-2004', 'harbour-2011']);
    expect(await ids('harbour', { within: ['ash', 'birch'] })).toHaveLength(3);
    expect(await ids('harbour', { within: ['cedar'] })).toEqual([]);
    const { facets } = await index.search('harbour', { within: ['birch'] });
    expect(facets?.language.map(({ count }) => count)).toEqual([1, 1]);
  });
});

describe('facets of many values', () => {
  const offered = async (facet: 'author' | 'subject', typed: string, more: Partial<SearchParameters> = {}) => {
    const search = { parameters: plainSearch('harbour', more), viewer: { kind: 'anonymous' as const }, near: false };
    const { values } = await facetValues(index.engine, index.family, facet, typed, search);
    return values.map(({ heading, count }) => [(heading ?? '').replace(/\.$/, '').toLowerCase(), count]);
  };

  test('typed text completes words of the headings among the hits, each counted in any spelling', async () => {
    expect(await offered('subject', 'hist')).toEqual([['harbours -- history', 2]]);
    expect((await offered('subject', 'war')).sort()).toEqual([
      ['warblers', 1],
      ['world war, 1939-1945', 1],
    ]);
    expect(await offered('subject', '')).toContainEqual(['harbours -- history', 2]);
    expect(await offered('subject', 'topology')).toEqual([]);
    expect(await offered('author', 'ana rey')).toEqual([['reyes, ana', 1]]);
  });

  test('other choices narrow it, its own do not', async () => {
    const plain = { format: [], language: [], member: [] };
    expect(await offered('subject', 'hist', { facets: { ...plain, language: ['spa'] } })).toEqual([
      ['harbours -- history', 1],
    ]);
    const facets = { ...plain, subject: [headingKey('subject', 'Warblers')] };
    expect(await offered('subject', 'world', { facets })).toEqual([['world war, 1939-1945', 1]]);
  });

  test('chosen headings are combined by OR, and are shown with their counts', async () => {
    const subject = ['Warblers', 'World War, 1939-1945'].map((one) => headingKey('subject', one));
    const facets = { format: [], language: [], member: [], subject };
    expect(await ids('harbour', { facets })).toEqual(['harbour-1998', 'harbour-2011']);
    const { facets: found } = await index.search('harbour', { facets: { ...facets, subject: subject.slice(1) } });
    expect(found?.subject).toEqual([expect.objectContaining({ heading: 'World War, 1939-1945', count: 1 })]);
    expect(found?.author).toBeUndefined();
    expect(found?.language).toEqual([{ value: 'eng', count: 1 }]);
  });
});

describe('works', () => {
  test('editions in one language are one hit with their number', async () => {
    const { hits } = await index.search('harbour at night', { asWorks: true });
    expect(hits.map(({ editions }) => editions).sort()).toEqual([1, 2]);
  });

  test('are paged by position, without a gap or a repetition', async () => {
    const parameters = plainSearch('lighthouse', { asWorks: true, limit: 4, sort: 'title' });
    const seen: string[] = [];
    let after: After | undefined;
    do {
      const later = after && { after, relaxed: false };
      const { hits }: { hits: FoundRecord[] } = await findRecords(
        index.engine,
        index.family,
        parameters,
        { kind: 'anonymous' },
        later,
      );
      seen.push(...hits.map(({ recordId }) => recordId));
      after = behind(parameters, hits, after);
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([13, 13]);
  });
});
