import type { MatchFeatures } from './features.ts';

/** A kind of evidence, in cataloguing terms. */
export type Kind =
  | 'title'
  | 'part'
  | 'names'
  | 'dates'
  | 'extent'
  | 'edition'
  | 'publication'
  | 'series'
  | 'form'
  | 'numbers'
  | 'coding';

type About = { kind: Kind; way: -1 | 0 | 1 };
const more = (kind: Kind): About => ({ kind, way: 1 });
const less = (kind: Kind): About => ({ kind, way: -1 });
const either = (kind: Kind): About => ({ kind, way: 0 });

/**
 * Every signal of a comparison: its kind of evidence, and in which direction it may count as it grows: 1 for "the same", -1 for "another",
 * 0 either way (context only). Training enforces the direction, so that more agreement never counts against a pair and the model is
 * readable.
 */
export const SIGNALS = {
  titleAlike: more('title'),
  titleProperAlike: more('title'),
  titleWords: more('title'),
  titleStart: more('title'),
  titleOddBoth: less('title'),
  titleOddOne: less('title'),
  titleProperOddBoth: less('title'),
  titleProperOddOne: less('title'),
  titleInserted: less('title'),
  titleNumbers: more('title'),
  titleNumbersOnce: less('title'),
  titleNumbersOdd: less('title'),
  titleBeyondBoth: less('title'),
  titleEndAlike: more('title'),
  titleLength: either('title'),
  restAlike: more('title'),
  partOnce: less('part'),
  partTitleAlike: more('part'),
  partTitleOnce: less('part'),
  partTitleOdd: less('part'),
  authorAlike: more('names'),
  authorFound: more('names'),
  authorOnce: less('names'),
  namesAlike: more('names'),
  responsibilityAlike: more('names'),
  addedNamesAlike: more('names'),
  bornSame: more('names'),
  authorOddBoth: less('names'),
  responsibilityOdd: less('names'),
  yearGap: less('dates'),
  nearestYears: less('dates'),
  printedYears: more('dates'),
  laterDate: more('dates'),
  reissueOnce: less('dates'),
  dateTypeSame: more('dates'),
  ranges: either('dates'),
  earlierYear: either('dates'),
  possibleYears: less('dates'),
  doubtfulDates: either('dates'),
  pageGap: less('extent'),
  pageGapShare: less('extent'),
  numbersShared: more('extent'),
  numbersAllShared: more('extent'),
  pagesFewer: either('extent'),
  pagesOnce: less('extent'),
  volumesSame: more('extent'),
  volumesRatio: less('extent'),
  setOnce: less('extent'),
  heightGap: less('extent'),
  prelimsGap: less('extent'),
  extentAlike: more('extent'),
  illustratedAlike: more('extent'),
  editionNumber: more('edition'),
  editionLaterOnce: less('edition'),
  editionWordsAlike: more('edition'),
  editionWordsOnce: less('edition'),
  impressionSame: more('edition'),
  publisherAlike: more('publication'),
  publisherWords: more('publication'),
  publisherSame: more('publication'),
  placesAlike: more('publication'),
  countrySame: more('publication'),
  elsewhere: less('publication'),
  coEdition: less('publication'),
  languageSame: more('publication'),
  seriesAlike: more('series'),
  seriesOnce: less('series'),
  seriesNumber: more('series'),
  typeSame: more('form'),
  levelSame: more('form'),
  formUnsure: less('form'),
  reproductionOnce: less('form'),
  reprintOnce: less('form'),
  isbn: more('numbers'),
  oclc: more('numbers'),
  lccn: more('numbers'),
  govdoc: more('numbers'),
  music: more('numbers'),
  issn: more('numbers'),
  enteredSame: more('coding'),
  codesAlike: more('coding'),
  subjectsAlike: more('coding'),
} as const satisfies Record<string, About>;

/** The name of a signal. */
export type Signal = keyof typeof SIGNALS;

/** The agreements and differences of two records: a number for each signal; absent when a record does not state the value. */
export type Comparison = { [S in Signal]?: number | undefined };

/** Returns 1 when the condition holds, else 0. */
export const on = (holds: boolean): number => (holds ? 1 : 0);

/** Returns whether two lists have a common element; a missing list has none. */
export const shares = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean =>
  a.some((one) => b.includes(one));

/** Returns whether exactly one of the values is present. */
export const once = (a: unknown, b: unknown): boolean => (a === undefined) !== (b === undefined);

/** Returns whether both values are present and not equal. */
export const differ = (a: unknown, b: unknown): boolean => a !== undefined && b !== undefined && a !== b;

/** Returns 1 when both values are equal, 0 when they differ; undefined when one is missing. */
export const equal = (a: unknown, b: unknown): number | undefined =>
  a === undefined || b === undefined ? undefined : on(a === b);

/** Returns 1 when both lists have a common element, 0 when not; undefined when one is missing. */
export const common = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : on(shares(a, b));

/** Returns the similarity of two texts by a measure; undefined when one is missing. */
export const alike = (
  a: string | undefined,
  b: string | undefined,
  measure: (a: string, b: string) => number,
): number | undefined => (a === undefined || b === undefined ? undefined : measure(a, b));

/** Returns two values in a fixed order, regardless of the order of records: `2 and 3`. */
export const inOrder = (a: string | number | undefined, b: string | number | undefined): string =>
  [a, b].map(String).sort().join(' and ');

/** Returns whether two records share an OCLC number or LCCN: copies of one record, possibly changed since. */
export const sharesControlNumber = (a: MatchFeatures, b: MatchFeatures): boolean =>
  shares(a.oclc, b.oclc) || (a.lccn !== undefined && a.lccn === b.lccn);
