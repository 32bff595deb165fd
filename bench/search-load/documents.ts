import type { IndexDocument } from '../../functions/catalogue/domain/index/index-document.ts';
import { aDocument } from '../../test/builders/index-document.ts';

/** Returns a number in [0, 1) that only depends on `n`, so that each document is reproducible. */
const chance = (n: number): number => {
  let x = (n + 0x9e3779b9) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 4_294_967_296;
};

const little = 'the of and in a for to on an with from by history new life american world guide science art'.split(' ');
const syllables =
  'ba be bi co cu da de di do el en fa fer ga gra ha in ka lo lu ma mer mi mo na ne no or pa per pi po ra re ri ro sa se si so sta ta te ti to tra un va ve vi vo'.split(
    ' ',
  );
const VOCABULARY = 300_000;

/** Returns the word of a rank: the most frequent are function words of titles, the rest made of syllables. */
const wordOf = (rank: number): string => {
  if (rank < little.length) return little[rank] ?? '';
  let [left, word] = [rank * 2_654_435 + 97, ''];
  for (let i = 0; i < 3 + (rank % 2); i++) {
    word += syllables[left % syllables.length] ?? '';
    left = Math.floor(left / syllables.length);
  }
  return word;
};

// Words of a language have the frequency 1/rank (Zipf): a few are in every tenth title, most in one.
const rankAt = (n: number): number => Math.floor(VOCABULARY ** chance(n)) - 1;
const words = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, i) => wordOf(rankAt(seed + i * 7_919))).join(' ');

const nameAt = (n: number): string => {
  const of = (seed: number): string => {
    const word = wordOf(40 + Math.floor(chance(seed) * 20_000));
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return `${of(n * 3 + 1)}, ${of(n * 3 + 2)}, ${1850 + (n % 140)}-`;
};
const headingAt = (n: number): string => `${words(n * 13 + 5, 2)} -- ${words(n * 17 + 3, 1)}`;

const isbnOf = (n: number): string => {
  const twelve = `978${String(n).padStart(9, '0')}`;
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
};

const MEMBERS = 24;
const some = <T>(seed: number, all: readonly T[]): T => all[Math.floor(chance(seed) ** 2 * all.length)] as T;
const formats = ['book', 'ebook', 'video', 'journal', 'music-recording', 'score', 'map', 'spoken-recording'];
const languages = ['eng', 'spa', 'fre', 'ger', 'chi', 'rus', 'ita', 'jpn', 'ara', 'heb'];
const members = Array.from({ length: MEMBERS }, (_, i) => `member-${i}`);

/** Returns the document of a number: title, names, headings, notes and holdings as spread in a union catalogue of 24 members. */
export const generatedDocument = (n: number): IndexDocument => {
  const proper = words(n * 101, 2 + Math.floor(chance(n) * 5));
  const title = chance(n + 1) < 0.5 ? proper : `${proper} : ${words(n * 103, 4)}`;
  const heldBy = [
    ...new Set(Array.from({ length: 1 + Math.floor(chance(n + 2) * 4) }, (_, i) => some(n * 7 + i, members))),
  ];
  return aDocument({
    recordId: `rec_${String(n).padStart(9, '0')}`,
    title,
    titleProper: proper,
    titleWithoutArticle: title.replace(/^(the|an?) /, ''),
    author: nameAt(Math.floor(chance(n + 3) ** 2 * 200_000)),
    authorsAdded: chance(n + 4) < 0.3 ? [nameAt(Math.floor(chance(n + 5) * 200_000))] : [],
    subjects: Array.from({ length: 1 + Math.floor(chance(n + 6) * 3) }, (_, i) =>
      headingAt(Math.floor(chance(n * 11 + i) ** 2 * 40_000)),
    ),
    series: chance(n + 7) < 0.2 ? [`${words(Math.floor(chance(n + 8) * 5_000) * 19, 3)} ; ${n % 200}`] : [],
    contents: chance(n + 9) < 0.3 ? [words(n * 107, 40)] : [],
    summaries: chance(n + 10) < 0.3 ? [words(n * 109, 30)] : [],
    publishers: [`${words(Math.floor(chance(n + 11) * 3_000) * 23, 2)} press`],
    responsibility: `by ${nameAt(Math.floor(chance(n + 3) ** 2 * 200_000))}`,
    isbn13: [isbnOf(n)],
    oclc: [String(10_000_000 + n)],
    otherIds: [`b${n}`, `39${String(n).padStart(12, '0')}`],
    format: some(n + 12, formats),
    languages: [some(n + 13, languages)],
    year: 1900 + Math.floor(Math.sqrt(chance(n + 14)) * 126),
    heldBy,
    availableAt: heldBy.slice(0, 1),
    copies: heldBy.length,
    items: heldBy.map((member, i) => ({ itemId: `itm_${n}_${i}`, member })),
  });
};

/** Returns readers' queries for a number of documents, one kind after another: words, titles, names, headings, numbers, typing errors. */
export const generatedQuery = (
  n: number,
  documents: number,
): { kind: string; q: string; scope: 'any' | 'title' | 'author' | 'subject' } => {
  const {
    titleProper,
    title,
    author = '',
    subjects,
    isbn13,
  } = generatedDocument(Math.floor(chance(n * 29 + 1) * documents));
  const family = author.split(',')[0] ?? '';
  const first = titleProper.split(' ');
  const slip = titleProper.replace(/(\w{3})\w(\w+)$/, '$1$2');
  const kinds = [
    { kind: 'a title', q: title.replace(' : ', ' '), scope: 'any' },
    { kind: 'title proper', q: titleProper, scope: 'any' },
    { kind: 'author and title', q: `${family} ${first.slice(0, 2).join(' ')}`, scope: 'any' },
    { kind: 'one word', q: first.toSorted((a, b) => b.length - a.length)[0] ?? '', scope: 'any' },
    { kind: 'two words', q: first.slice(0, 2).join(' '), scope: 'any' },
    { kind: 'an author', q: author.replace(/,[^,]*$/, ''), scope: 'author' },
    { kind: 'a heading', q: (subjects[0] ?? '').replace(' -- ', ' '), scope: 'subject' },
    { kind: 'in titles', q: first.slice(-2).join(' '), scope: 'title' },
    { kind: 'a number', q: isbn13[0] ?? '', scope: 'any' },
    { kind: 'a slip of the finger', q: slip, scope: 'any' },
  ] as const;
  return { ...(kinds[n % kinds.length] ?? kinds[0]) };
};
