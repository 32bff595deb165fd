import { yearGap } from './compare-dates.ts';
import { pageGap } from './compare-extent.ts';
import { fullTitle, oddNumbers } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { differ, type Kind, shares } from './signals.ts';
import { containment, dice } from './similarity.ts';

type Remark = (a: MatchFeatures, b: MatchFeatures) => string | undefined;

const when = (holds: boolean, words: string): string | undefined => (holds ? words : undefined);

const NUMBERS: readonly (readonly [
  name: string,
  of: (one: MatchFeatures) => readonly string[] | string | undefined,
])[] = [
  ['ISBN', (one) => one.isbn],
  ['OCLC number', (one) => one.oclc],
  ['LCCN', (one) => one.lccn],
  ['ISSN', (one) => one.issn],
  ['government document number', (one) => one.govdoc],
  ['publisher number', (one) => one.music],
];

/** Returns which numbers are equal, which differ, and which only one record has. */
const numbers: Remark = (a, b) => {
  const stated = NUMBERS.map(([name, of]) => ({ name, one: [of(a) ?? []].flat(), two: [of(b) ?? []].flat() }));
  const named = (holds: (one: readonly string[], two: readonly string[]) => boolean): string =>
    stated
      .filter(({ one, two }) => holds(one, two))
      .map(({ name }) => name)
      .join(' and ');
  const same = named(shares);
  const other = named((one, two) => one.length > 0 && two.length > 0 && !shares(one, two));
  const single = named((one, two) => one.length > 0 !== two.length > 0);
  const words = [
    when(same !== '', `same ${same}`),
    when(other !== '', `other ${other}`),
    when(single !== '', `only one has ${single}`),
  ].filter((each) => each !== undefined);
  return when(words.length > 0, words.join(', '));
};

const withoutNumbers: Remark = (a, b) =>
  when(
    NUMBERS.every(([, of]) => of(a) === undefined && of(b) === undefined),
    'no number in either',
  );

const title: Remark = (a, b) => {
  const [one, two] = [fullTitle(a), fullTitle(b)];
  if (one === two) return 'same title';
  if (oddNumbers(one, two) > 0) return 'a number in the titles differs';
  if (a.title === b.title) return 'same title proper, the rest of the title differs';
  const alike = dice(one, two);
  if (alike > 0.9) return 'titles nearly the same';
  return alike > 0.6 || containment(one, two) > 0.8 ? 'titles alike' : 'titles differ';
};

const author: Remark = (a, b) => {
  if (a.author === undefined || b.author === undefined) return undefined;
  if (a.author === b.author) return 'same author';
  return containment(a.author, b.author) >= 0.5 ? 'author written in another way' : 'authors differ';
};

const counted = (gap: number, noun: string): string => `${noun} differ by ${gap}`;

const year: Remark = (a, b) => {
  const gap = yearGap(a, b);
  if (gap === undefined) return undefined;
  return gap === 0 ? 'same year' : counted(gap, 'years');
};

const inOrder = (a: number | undefined, b: number | undefined): string =>
  [a, b]
    .map(Number)
    .sort((x, y) => x - y)
    .join(' and ');

const pages: Remark = (a, b) => {
  const gap = pageGap(a, b);
  if (gap !== undefined) return gap === 0 ? 'same pages' : counted(gap, 'pages');
  return when(differ(a.volumes, b.volumes), `${inOrder(a.volumes, b.volumes)} volumes`);
};

// A British and an American edition of one year differ in nothing else.
const publisher: Remark = (a, b) => {
  if (a.publisher === undefined || b.publisher === undefined) return undefined;
  if (containment(a.publisher, b.publisher) >= 0.5) return 'same publisher';
  return differ(a.country, b.country) ? 'publishers and countries differ' : 'publishers differ';
};

/** Makes the remark on a number that both, one or no record states; `unsaid` is the value that a missing one means. */
const numbered =
  (noun: string, of: (one: MatchFeatures) => number | string | undefined, unsaid?: number): Remark =>
  (a, b) => {
    const [one, two] = [of(a), of(b)];
    if (one !== undefined && one === two) return `same ${noun} (${one})`;
    if (differ(one, two)) return `${noun}s ${[one, two].map(String).sort().join(' and ')}`;
    return when((one ?? unsaid) !== (two ?? unsaid), `only one says ${noun} ${one ?? two}`);
  };

// No edition statement means a first edition.
const edition = numbered('edition', (one) => one.edition, 1);

const part = numbered('part', (one) => one.part);

const series: Remark = (a, b) => {
  if (a.series === undefined || b.series === undefined) return undefined;
  if (containment(a.series, b.series) < 0.5) return 'series differ';
  return differ(a.seriesNumber, b.seriesNumber) ? 'same series, another number' : 'same series';
};

const form: Remark = (a, b) =>
  when(a.carrier !== b.carrier, 'a code alone says that one is a microform') ??
  when(a.reprint !== b.reprint, 'only one says that it is a reprint');

const coding: Remark = (a, b) => when(a.entered !== undefined && a.entered === b.entered, 'entered on the same day');

const REMARKS: Readonly<Record<Kind, Remark>> = {
  numbers,
  title,
  part,
  names: author,
  edition,
  dates: year,
  extent: pages,
  publication: publisher,
  series,
  form,
  coding,
};

/** Returns the remark on one kind of evidence in cataloguing terms; undefined when there is none. Symmetric. */
export const remarkOn = (kind: Kind, a: MatchFeatures, b: MatchFeatures): string | undefined =>
  REMARKS[kind](a, b) ?? (kind === 'numbers' ? withoutNumbers(a, b) : undefined);

// The coding describes the record, not the resource.
const { coding: _, ...OF_DESCRIPTION } = REMARKS;

/** Returns the remarks on how two descriptions agree and differ, in cataloguing terms, most significant first; symmetric. */
export const remarks = (a: MatchFeatures, b: MatchFeatures): string[] =>
  [...Object.values(OF_DESCRIPTION), withoutNumbers]
    .map((remark) => remark(a, b))
    .filter((words) => words !== undefined);
