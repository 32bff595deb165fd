import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { pageGap } from './compare-extent.ts';
import type { MatchFeatures } from './features.ts';
import { alike, type Comparison, common, differ, equal, on, once } from './signals.ts';
import { containment, dice } from './similarity.ts';

// Words that many publishers have: alone they do not make two names one.
const COMMON = new Set(
  'university college institute society association department dept office bureau government govt state national american united states u s library museum board council committee school church house center centre service'.split(
    ' ',
  ),
);

const distinctive = (publisher: string): string =>
  wordsOf(publisher)
    .filter((word) => !COMMON.has(word))
    .join(' ');

/**
 * Returns how two publishers' names agree: 1 when they are equal or the distinctive words of one are all in the other, 0 when they have no
 * word in common, else the share of the shorter name that is in the longer.
 */
export const publishersAlike = (one: string, two: string): number => {
  if (one === two) return 1;
  const words = containment(one, two);
  if (words < 1) return words;
  return containment(distinctive(one), distinctive(two)) === 1 ? 1 : SOME;
};

// Only words that many publishers have are equal.
const SOME = 0.4;

const placesOf = (one: MatchFeatures): string | undefined =>
  one.place === undefined ? one.places : [one.place, one.places].filter((text) => text !== undefined).join(' ');

/**
 * Returns whether publisher and place, or publisher and country, both differ: British and American co-editions do, though they may agree
 * otherwise. Undefined when a publisher is missing.
 */
const coEdition = (words: number | undefined, places: number | undefined, country: number | undefined) =>
  words === undefined ? undefined : on(words === 0 && (places === 0 || country === 0));

// Codes of states and provinces end in a letter of their country: New York is `nyu`, Ontario `onc`.
const NATION: Readonly<Record<string, string>> = { u: 'us', k: 'uk', c: 'ca', a: 'at' };

const nationOf = ({ country }: MatchFeatures): string | undefined => {
  if (country === undefined || country === 'xx' || country === 'vp') return undefined;
  return country.length === 3 ? (NATION[country[2] ?? ''] ?? country) : country;
};

// What a record says instead of a publisher.
const NOBODY = /^(?:s n|sn|author|the author|privately|same|n p|publisher not identified)?$/;

const isNamed = ({ publisher }: MatchFeatures): boolean => publisher !== undefined && !NOBODY.test(publisher);

/** Returns whether two records name publishers and places without a common word in two countries: a British and an American edition. */
export const isCoEdition = (a: MatchFeatures, b: MatchFeatures): boolean =>
  differ(nationOf(a), nationOf(b)) && isNamed(a) && isNamed(b) && isElsewhere(a, b);

/** Returns whether two records state publishers and places that have no word in common. */
export const isElsewhere = (a: MatchFeatures, b: MatchFeatures): boolean =>
  alike(a.publisher, b.publisher, containment) === 0 && alike(placesOf(a), placesOf(b), containment) === 0;

/** Returns 1 when publishers and places have no word in common, 2 when the pages do not agree either (or are missing), else 0. */
const elsewhere = (a: MatchFeatures, b: MatchFeatures): number => (isElsewhere(a, b) ? 1 + on(pageGap(a, b) !== 0) : 0);

/** Compares publisher, place, country and language. */
export const comparePublishers = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const publisherWords = alike(a.publisher, b.publisher, containment);
  const placesAlike = alike(placesOf(a), placesOf(b), containment);
  const countrySame = equal(a.country, b.country);
  return {
    publisherAlike: alike(a.publisher, b.publisher, dice),
    publisherWords,
    publisherSame: alike(a.publisher, b.publisher, publishersAlike),
    placesAlike,
    countrySame,
    elsewhere: elsewhere(a, b),
    coEdition: coEdition(publisherWords, placesAlike, countrySame),
    languageSame: equal(a.language, b.language),
  };
};

/** Compares series and the form of the publication. */
export const compareSeriesAndForm = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  seriesAlike: alike(a.series, b.series, containment),
  seriesOnce: on(once(a.series, b.series)),
  seriesNumber: equal(a.seriesNumber, b.seriesNumber),
  typeSame: on(a.type === b.type),
  levelSame: on(a.level === b.level),
  formUnsure: on(a.carrier !== b.carrier),
  reproductionOnce: on(a.reproduction !== b.reproduction),
  reprintOnce: on(a.reprint !== b.reprint),
});

/** Different OCLC numbers are no evidence, as WorldCat has duplicates. So the signal is 1 or absent. */
const sharedOnly = (signal: number | undefined): number | undefined => (signal === 1 ? 1 : undefined);

/** Compares standard numbers. */
export const compareNumbers = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  isbn: common(a.isbn, b.isbn),
  oclc: sharedOnly(common(a.oclc, b.oclc)),
  lccn: equal(a.lccn, b.lccn),
  govdoc: common(a.govdoc, b.govdoc),
  music: common(a.music, b.music),
  issn: equal(a.issn, b.issn),
});

const codesAlike = (a: string | undefined, b: string | undefined): number | undefined => {
  if (a === undefined || b === undefined) return undefined;
  return [...a].filter((code, position) => code === b[position]).length / Math.max(a.length, 1);
};

/** Compares how the records were created: date of entry, codes of 008 and subject headings. */
export const compareCoding = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  enteredSame: equal(a.entered, b.entered),
  codesAlike: codesAlike(a.codes, b.codes),
  subjectsAlike: alike(a.subjects, b.subjects, containment),
});
