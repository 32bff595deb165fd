import { isbn13Of, issnOf } from '../../layers/kernel/citation/standard-numbers.ts';
import { readLines } from './read-lines.ts';
import { workById, works } from './works.ts';

const count = (values: readonly string[]): number => new Set(values).size;

describe('the works of the demo', () => {
  it('are about six hundred, each with an id of its own', () => {
    expect(works.length).toBeGreaterThanOrEqual(580);
    expect(works.length).toBeLessThanOrEqual(680);
    expect(count(works.map(({ id }) => id))).toBe(works.length);
  });

  it('have a publisher, a place, a year, a class and subjects', () => {
    const wanting = works.filter(
      ({ year, place, publisher, dewey, subjects }) =>
        !(year > 1400 && year <= 2026) ||
        !place.romanised ||
        !publisher.romanised ||
        !/^\d{3}/.test(dewey) ||
        !subjects.length,
    );
    expect(wanting).toEqual([]);
  });

  it('are in many languages, and in seven scripts besides Latin', () => {
    expect(count(works.map(({ language }) => language))).toBeGreaterThanOrEqual(16);
    const text = works.map(({ title }) => title.original ?? '').join('');
    const scripts = ['Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Han', 'Katakana', 'Hangul', 'Devanagari'];
    expect(scripts.filter((script) => !new RegExp(`\\p{Script=${script}}`, 'u').test(text))).toEqual([]);
  });

  it('romanise every text in another script', () => {
    const latin = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{Lm}\p{S}]+$/u;
    expect(works.filter(({ title }) => !latin.test(title.romanised)).map(({ id }) => id)).toEqual([]);
  });

  it('are of every form', () => {
    expect(new Set(works.map(({ form }) => form))).toEqual(
      new Set(['book', 'ebook', 'dvd', 'cd', 'score', 'journal', 'ejournal', 'map']),
    );
  });

  it('have unique ISBNs and ISSNs with the right check digit', () => {
    const isbns = works.flatMap(({ isbn }) => (isbn === undefined ? [] : [isbn]));
    const issns = works.flatMap(({ issn }) => (issn === undefined ? [] : [issn]));
    expect(isbns.length).toBeGreaterThan(30);
    expect(isbns.map(isbn13Of)).toEqual(isbns);
    expect(count([...isbns, ...issns])).toBe(isbns.length + issns.length);
    expect(issns.map(issnOf)).toEqual(issns);
  });

  it('are found by id and by nothing else', () => {
    expect(workById('genji').title).toEqual({ romanised: 'Genji monogatari', original: '源氏物語' });
    expect(() => workById('unwritten')).toThrow('the demo has no work unwritten');
  });
});

describe('the reader of works', () => {
  it('reads a line with both scripts, a corporate body, defaults and overrides', () => {
    const text = `
@ form=score lang=rus audience=juvenile d=780 s=Two words; Another
Mir : kniga = Мир : книга | *Khor = Хор | 1901 | Moskva : Dom = Москва : Дом | d=781.5 | p=12 | add=Ivanov, Ivan; *Orkestr | key=mir
`;
    expect(readLines(text)).toEqual([
      {
        id: 'mir',
        form: 'score',
        language: 'rus',
        audience: 'juvenile',
        title: { romanised: 'Mir : kniga', original: 'Мир : книга' },
        author: { name: { romanised: 'Khor', original: 'Хор' }, corporate: true },
        added: [
          { name: { romanised: 'Ivanov, Ivan' }, corporate: false },
          { name: { romanised: 'Orkestr' }, corporate: true },
        ],
        year: 1901,
        place: { romanised: 'Moskva', original: 'Москва' },
        publisher: { romanised: 'Dom', original: 'Дом' },
        extent: 12,
        dewey: '781.5',
        subjects: ['Two words', 'Another'],
      },
    ]);
  });

  it('makes an id from title, year and form when none is given, and throws on a form that does not exist', () => {
    expect(readLines('@ form=map\nThe Čapek atlas | - | 1935 | Praha : Orbis')[0]?.id).toBe('the-capek-atlas-1935-map');
    expect(() => readLines('@ form=papyrus\nA | - | 1 | B : C')).toThrow('no such form');
  });
});
