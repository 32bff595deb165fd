import type { MatchFeatures } from './features.ts';

/** A kind of evidence, as a cataloguer would name it. */
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
 * Every signal that a comparison can give: the kind of evidence it belongs to, and which way it may speak as it grows: 1
 * for "the same", -1 for "another", 0 either way (it only sets the scene). Training holds to it, so that more agreement
 * never counts against a pair and the model can be read.
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

/** How two records agree and differ: a number for each signal; one that is left out is silent, as when a record does not say. */
export type Comparison = { [S in Signal]?: number | undefined };

/** 1 when it holds, else 0. */
export const on = (holds: boolean): number => (holds ? 1 : 0);

/** Whether two lists have a member in common; a missing list has none. */
export const shares = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean =>
  a.some((one) => b.includes(one));

/** Whether one value is stated and the other is not. */
export const once = (a: unknown, b: unknown): boolean => (a === undefined) !== (b === undefined);

/** Whether both values are stated and are not equal. */
export const differ = (a: unknown, b: unknown): boolean => a !== undefined && b !== undefined && a !== b;

/** 1 when both state the same, 0 when both state and differ; silent when one does not say. */
export const equal = (a: unknown, b: unknown): number | undefined =>
  a === undefined || b === undefined ? undefined : on(a === b);

/** 1 when both lists have a member in common, 0 when not; silent when one is missing. */
export const common = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : on(shares(a, b));

/** How alike two texts are by a measure; silent when one is missing. */
export const alike = (
  a: string | undefined,
  b: string | undefined,
  measure: (a: string, b: string) => number,
): number | undefined => (a === undefined || b === undefined ? undefined : measure(a, b));

/** Two values in one order, whichever record has which: `2 and 3`. */
export const inOrder = (a: string | number | undefined, b: string | number | undefined): string =>
  [a, b].map(String).sort().join(' and ');

/** Whether two records carry one OCLC number or LCCN: copies of one record, which may have been changed since. */
export const sharesControlNumber = (a: MatchFeatures, b: MatchFeatures): boolean =>
  shares(a.oclc, b.oclc) || (a.lccn !== undefined && a.lccn === b.lccn);
