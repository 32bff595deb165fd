/**
 * Every signal that a comparison can give, and which way it may speak: 1 for "the same", -1 for "another", 0 either way.
 * Training leaves out a signal whose weight would go the wrong way, so that each weight can be read and explained.
 */
export const SIGNALS = {
  titleAlike: 1,
  titleVeryAlike: 1,
  titleMainAlike: 1,
  titleWords: 1,
  titleStart: 1,
  titleSame: 1,
  titleLong: 1,
  titleOddWord: -1,
  titleOddWords: -1,
  titleEndDiffer: -1,
  titleNumbersDiffer: -1,
  titleNumbersOnce: 0,
  restOnce: 0,
  restAlike: 1,
  restDiffer: -1,
  bareSame: 1,
  bareLong: 1,
  partSame: 1,
  partDiffer: -1,
  partOnce: -1,
  partTitleAlike: 1,
  partTitleOnce: -1,
  authorAlike: 1,
  authorWords: 1,
  authorFirstDiffer: -1,
  authorOnce: -1,
  authorFound: 1,
  byAlike: 1,
  bySilent: 0,
  namesAlike: 1,
  namesSilent: 0,
  namesDiffer: -1,
  dateSame: 1,
  dateNext: -1,
  dateNear: -1,
  dateFar: -1,
  dateGap: -1,
  dateUnknown: 0,
  dateTypeSame: 1,
  yearsShared: 1,
  imprintSame: 1,
  imprintDiffer: -1,
  date2Same: 1,
  date2Differ: -1,
  date2Once: -1,
  date2IsDate1: 1,
  reprintOnce: -1,
  pagesSame: 1,
  pagesNear: 1,
  pagesDiffer: -1,
  pagesFar: -1,
  pagesOnce: -1,
  numbersSame: 1,
  setsBoth: 1,
  setsOne: -1,
  volumesSame: 1,
  volumesDiffer: -1,
  volumesOnce: -1,
  heightSame: 1,
  heightDiffer: -1,
  editionSame: 1,
  editionLaterOnce: -1,
  editionWordsAlike: 1,
  editionWordsDiffer: -1,
  editionWordsOnce: -1,
  publisherWords: 1,
  publisherAlike: 1,
  publisherDiffer: -1,
  publisherSilent: 0,
  placeSame: 1,
  placeDiffer: -1,
  countrySame: 1,
  countryDiffer: -1,
  countryOnce: -1,
  languageSame: 1,
  languageDiffer: -1,
  languageOnce: -1,
  seriesAlike: 1,
  seriesDiffer: -1,
  seriesOnce: -1,
  seriesNumberSame: 1,
  seriesNumberDiffer: -1,
  seriesNumberOnce: -1,
  typeDiffer: -1,
  levelDiffer: -1,
  serial: 0,
  serialAlike: 1,
  reproductionOnce: -1,
  isbnShared: 1,
  isbnDiffer: -1,
  oclcShared: 1,
  lccnSame: 1,
  lccnDiffer: -1,
  lccnOnce: -1,
  govdocShared: 1,
  govdocDiffer: -1,
  musicShared: 1,
  musicDiffer: -1,
  issnSame: 1,
  issnDiffer: -1,
  issnOnce: -1,
  dateAndPagesSame: 1,
  dateAndPublisherSame: 1,
  volumesAndDateSame: 1,
  pagesSamePublisherSame: 1,
  pagesSameTitleAlike: 1,
  oddWordPagesSame: 0,
  dateNextPagesSame: 1,
  dateApartEditionSame: 0,
  reissueDiffer: -1,
  dateSamePagesDiffer: -1,
  dateAndPublisherDiffer: -1,
  dateAndPagesDiffer: -1,
  dateNextPublisherDiffer: -1,
  placeAndPublisherDiffer: -1,
  shortTitleNamesDiffer: -1,
} as const satisfies Record<string, -1 | 0 | 1>;

/** The name of a signal. */
export type Signal = keyof typeof SIGNALS;

/** How two records agree and differ: signals from 0 to 1; one that is left out is 0. */
export type Comparison = Partial<Record<Signal, number>>;

/** 1 when it holds, else 0. */
export const on = (holds: boolean): number => (holds ? 1 : 0);

/** Whether two lists have a member in common; a missing list has none. */
export const shares = (a: readonly unknown[] = [], b: readonly unknown[] = []): boolean =>
  a.some((one) => b.includes(one));

/** Whether one value is stated and the other is not. */
export const once = (a: unknown, b: unknown): boolean => (a === undefined) !== (b === undefined);

/** Whether both values are stated and are equal. */
export const agree = (a: unknown, b: unknown): boolean => a !== undefined && a === b;

/** Whether both values are stated and are not equal. */
export const differ = (a: unknown, b: unknown): boolean => a !== undefined && b !== undefined && a !== b;
