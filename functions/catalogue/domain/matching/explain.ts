import { isCoEdition } from './compare-publication.ts';
import type { MatchFeatures } from './features.ts';
import { areInOtherScripts } from './scripts.ts';
import { type Comparison, differ, type Kind, shares } from './signals.ts';

/** Says in cataloguing terms what one kind of evidence is, by the comparison that counts in the score; undefined where it tells nothing. */
type Remark = (signals: Comparison, a: MatchFeatures, b: MatchFeatures) => string | undefined;

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

/** Returns which numbers are equal and which differ; a number that only one record has was not compared. */
const numbers: Remark = (_, a, b) => {
  const both = NUMBERS.map(([name, of]) => ({ name, one: [of(a) ?? []].flat(), two: [of(b) ?? []].flat() }));
  const named = (holds: (one: readonly string[], two: readonly string[]) => boolean): string =>
    both
      .filter(({ one, two }) => one.length > 0 && two.length > 0 && holds(one, two))
      .map(({ name }) => name)
      .join(' and ');
  const same = named(shares);
  const other = named((one, two) => !shares(one, two));
  const words = [when(same !== '', `same ${same}`), when(other !== '', `other ${other}`)];
  const stated = words.filter((each) => each !== undefined);
  return when(stated.length > 0, stated.join(', '));
};

const NEARLY = 0.9;
const ALIKE = 0.6;
const WITHIN = 0.8;

const title: Remark = ({ titleAlike = 0, titleProperAlike, titleWords = 0, titleNumbersOdd = 0 }, a, b) => {
  if (areInOtherScripts(a, b)) return undefined;
  if (titleAlike === 1) return 'same title';
  if (titleNumbersOdd > 0) return 'a number in the titles differs';
  if (titleProperAlike === 1) return 'same title proper, the rest of the title differs';
  if (titleAlike > NEARLY) return 'titles nearly the same';
  return titleAlike > ALIKE || titleWords > WITHIN ? 'titles alike' : 'titles differ';
};

const author: Remark = ({ authorAlike, authorFound, authorOddBoth = 0 }) => {
  if (authorAlike === undefined) return undefined;
  if (authorAlike === 1) return 'same author';
  return authorFound === 1 && authorOddBoth === 0 ? 'author written in another way' : 'authors differ';
};

const counted = (gap: number, noun: string): string => `${noun} differ by ${gap}`;

const year: Remark = ({ yearGap: gap }) => {
  if (gap === undefined) return undefined;
  return gap === 0 ? 'same year' : counted(gap, 'years');
};

const inOrder = (a: number | undefined, b: number | undefined): string =>
  [a, b]
    .map(Number)
    .sort((x, y) => x - y)
    .join(' and ');

const pages: Remark = ({ pageGap: gap, volumesSame }, a, b) => {
  if (gap !== undefined) return gap === 0 ? 'same pages' : counted(gap, 'pages');
  return when(volumesSame === 0, `${inOrder(a.volumes, b.volumes)} volumes`);
};

const HALF = 0.5;

const publisher: Remark = ({ publisherSame, publisherAlike = 0 }, a, b) => {
  if (publisherSame === undefined) return undefined;
  if (publisherSame === 1) return publisherAlike === 1 ? 'same publisher' : 'publisher written in another way';
  if (isCoEdition(a, b)) return 'publishers and countries differ';
  return publisherSame >= HALF ? 'publishers alike' : 'publishers differ';
};

/** Makes the remark on a number that both or one record states; `unsaid` is the value that a missing one means. */
const numbered =
  (noun: string, of: (one: MatchFeatures) => number | string | undefined, unsaid?: number): Remark =>
  (_, a, b) => {
    const [one, two] = [of(a), of(b)];
    if (one !== undefined && one === two) return `same ${noun} (${one})`;
    if (differ(one, two)) return `${noun}s ${[one, two].map(String).sort().join(' and ')}`;
    return when((one ?? unsaid) !== (two ?? unsaid), `only one says ${noun} ${one ?? two}`);
  };

// No edition statement means a first edition.
const edition = numbered('edition', (one) => one.edition, 1);

const part = numbered('part', (one) => one.part);

const series: Remark = ({ seriesAlike, seriesNumber }) => {
  if (seriesAlike === undefined) return undefined;
  if (seriesAlike < HALF) return 'series differ';
  if (seriesAlike < 1) return 'series alike';
  return seriesNumber === 0 ? 'same series, another number' : 'same series';
};

const form: Remark = ({ formUnsure, reprintOnce }) =>
  when(formUnsure === 1, 'a code alone says that one is a microform') ??
  when(reprintOnce === 1, 'only one says that it is a reprint');

const coding: Remark = ({ enteredSame }) => when(enteredSame === 1, 'entered on the same day');

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

/** Returns the remark on one kind of evidence in cataloguing terms, of the signals that counted; undefined when there is none. Symmetric. */
export const remarkOn = (kind: Kind, signals: Comparison, a: MatchFeatures, b: MatchFeatures): string | undefined =>
  REMARKS[kind](signals, a, b);

// The coding describes the record, not the resource.
const { coding: _, ...OF_DESCRIPTION } = REMARKS;

/** Returns the remarks on how two descriptions agree and differ, in cataloguing terms, most significant first; symmetric. */
export const remarks = (signals: Comparison, a: MatchFeatures, b: MatchFeatures): string[] =>
  Object.values(OF_DESCRIPTION)
    .map((remark) => remark(signals, a, b))
    .filter((words) => words !== undefined);
