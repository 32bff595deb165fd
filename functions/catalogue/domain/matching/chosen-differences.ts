import { compareDates, yearGap } from './compare-dates.ts';
import { pageGap } from './compare-extent.ts';
import { isCoEdition } from './compare-publication.ts';
import type { MatchFeatures } from './features.ts';
import { type DifferenceChoice, defaultRules, type MatchRules, type Meaning } from './match-rules.ts';
import { type Comparison, differ, inOrder } from './signals.ts';
import type { Veto } from './veto.ts';

/** A difference between two records about which the consortium chooses: how it is found, and its signals where it does not count. */
type Difference = { choice: DifferenceChoice; found: Veto; uncounted: Comparison };

// Records of one printing often differ by a year: of copyright, of publication, of a new year's season.
const YEARS_APART = 2;

/** Reissues of one setting agree in everything but the year. */
const byReissue: Veto = (a, b) => {
  // The original date of a reprint (008/06 r) is that of the other printing.
  const isReprint = a.dateType === 'r' || b.dateType === 'r';
  const gap = (isReprint ? yearGap(a, b) : compareDates(a, b).possibleYears) ?? 0;
  return gap >= YEARS_APART ? `published ${gap} years apart` : undefined;
};

const byImpression: Veto = (a, b) =>
  differ(a.impression, b.impression) ? `different impressions (${inOrder(a.impression, b.impression)})` : undefined;

/** British and American editions of one year differ in nothing else: publishers without a common word, and other countries. */
const byCoEdition: Veto = (a, b) => (isCoEdition(a, b) ? 'publishers and countries differ' : undefined);

/** Returns whether one record is of a printed resource and the other of a microform, beyond what a single code says. */
export const isMicroformOfPrint = (a: MatchFeatures, b: MatchFeatures): boolean =>
  a.unsure !== true &&
  b.unsure !== true &&
  ((a.carrier === 'print' && b.carrier === 'micro') || (a.carrier === 'micro' && b.carrier === 'print'));

const byMicroform: Veto = (a, b) => (isMicroformOfPrint(a, b) ? 'one is print, the other a microform' : undefined);

const REISSUES: Difference = {
  choice: 'reissues',
  found: byReissue,
  uncounted: {
    yearGap: 0,
    nearestYears: 0,
    possibleYears: 0,
    printedYears: 1,
    laterDate: undefined,
    reissueOnce: 0,
    reprintOnce: 0,
  },
};
const IMPRESSIONS: Difference = {
  choice: 'impressions',
  found: byImpression,
  uncounted: { impressionSame: undefined },
};
const CO_EDITIONS: Difference = {
  choice: 'coEditions',
  found: byCoEdition,
  uncounted: {
    ...{ publisherAlike: 1, publisherWords: 1, publisherSame: 1, placesAlike: 1, countrySame: 1 },
    ...{ elsewhere: 0, coEdition: 0 },
  },
};
const MICROFORMS: Difference = {
  choice: 'microforms',
  found: byMicroform,
  uncounted: { formUnsure: 0, reproductionOnce: 0, pagesOnce: 0 },
};

/** The setting of a text is that of another when the pages agree: only then a reissue or a co-edition can be the same. */
const isOneSetting = (a: MatchFeatures, b: MatchFeatures): boolean => pageGap(a, b) === 0;

const NEEDS_ONE_SETTING: ReadonlySet<DifferenceChoice> = new Set(['reissues', 'coEditions']);

/** Returns what a choice means for a pair: staff decide on a reissue or a co-edition that is set anew, where the choice is `same`. */
const meaningFor = (choice: DifferenceChoice, a: MatchFeatures, b: MatchFeatures, rules: MatchRules): Meaning =>
  rules[choice] === 'same' && NEEDS_ONE_SETTING.has(choice) && !isOneSetting(a, b) ? 'ask' : rules[choice];

/** Returns the rule that applies where the choice has a meaning for a pair. */
const where =
  ({ choice, found }: Difference, meaning: Meaning): Veto =>
  (a, b, rules) =>
    meaningFor(choice, a, b, rules) === meaning ? found(a, b, rules) : undefined;

/** Cautions by choice: staff decide on what the consortium wants to be asked about. */
export const askReissue = where(REISSUES, 'ask');
export const askImpression = where(IMPRESSIONS, 'ask');
export const askCoEdition = where(CO_EDITIONS, 'ask');
export const askMicroform = where(MICROFORMS, 'ask');

/** Vetoes by choice; that on microforms is part of the veto by form. */
export const CHOSEN_APART: readonly Veto[] = [REISSUES, IMPRESSIONS, CO_EDITIONS].map((one) => where(one, 'apart'));

const DIFFERENCES: readonly Difference[] = [REISSUES, CO_EDITIONS, MICROFORMS, IMPRESSIONS];

// A model that knows no such pairs cannot weight the form of a microform, so that it does not count where staff decide either.
const isUncounted = ({ choice, found }: Difference, a: MatchFeatures, b: MatchFeatures, rules: MatchRules): boolean =>
  (rules[choice] === 'same' || (choice === 'microforms' && rules.microforms === 'ask')) &&
  (choice === 'microforms' || meaningFor(choice, a, b, rules) === 'same') &&
  found(a, b, rules) !== undefined;

/** Returns the signals of a pair as they count: without the differences that the consortium does not count. */
export const countedSignals = (all: Comparison, a: MatchFeatures, b: MatchFeatures, rules: MatchRules): Comparison => {
  let counted = all;
  for (const difference of DIFFERENCES)
    if (isUncounted(difference, a, b, rules)) counted = { ...counted, ...difference.uncounted };
  return counted;
};

/** Returns the differences between two records that do not count by the rules, in plain text. */
export const uncountedIn = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules): string[] =>
  [REISSUES, CO_EDITIONS, MICROFORMS].flatMap(({ choice, found }) => {
    const says = meaningFor(choice, a, b, rules) === 'same' ? found(a, b, rules) : undefined;
    return says === undefined ? [] : [`not counted by the rules: ${says}`];
  });

/** Returns the choices whose difference two records have, whatever the rules. */
export const differencesIn = (a: MatchFeatures, b: MatchFeatures): DifferenceChoice[] =>
  DIFFERENCES.filter(({ found }) => found(a, b, defaultRules) !== undefined).map(({ choice }) => choice);
