import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { CHOSEN_APART, isMicroformOfPrint } from './chosen-differences.ts';
import { isSet, pageGap } from './compare-extent.ts';
import { isElsewhere } from './compare-publication.ts';
import { oddNumbers } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { defaultRules, type MatchRules } from './match-rules.ts';
import { areInOtherScripts, sharesNumber } from './scripts.ts';
import { byBodies } from './serial-bodies.ts';
import { differ, inOrder, shares, sharesControlNumber } from './signals.ts';
import { containment, dice, oddWords } from './similarity.ts';
import { fullTitle } from './title-words.ts';
import type { Veto } from './veto.ts';
import { byDirectors, byFormat, byIssueNumber, byPerformers, byScale, byWorkNumbers } from './vetoes-of-media.ts';
import { byDesignation, byLanguage, byOccasion, bySeriesVolume, byTranslators, byVersion } from './vetoes-of-text.ts';

/** Groups leader/06: other signals distinguish manuscript and printed text; a score and a recording never merge. */
const kindOf = (type: string): string => {
  if ('at'.includes(type)) return 'text';
  if ('cd'.includes(type)) return 'score';
  return 'ef'.includes(type) ? 'map' : type;
};

/** Groups leader/07: part of a publication, continuing, or complete. */
const levelOf = (level: string): string => {
  if ('ab'.includes(level)) return 'part';
  return 'si'.includes(level) ? 'continuing' : 'complete';
};

const continuing = (a: MatchFeatures, b: MatchFeatures): boolean =>
  levelOf(a.level) === 'continuing' && levelOf(b.level) === 'continuing';

// The model weights a single code that contradicts the description (008/23); it is no veto.
const isUnsure = (a: MatchFeatures, b: MatchFeatures): boolean =>
  (a.unsure === true && b.carrier === 'print') || (b.unsure === true && a.carrier === 'print');

const isOneByChoice = (a: MatchFeatures, b: MatchFeatures, { microforms }: MatchRules): boolean =>
  microforms !== 'apart' && isMicroformOfPrint(a, b);

const byForm: Veto = (a, b, rules) =>
  a.carrier === b.carrier || isUnsure(a, b) || isOneByChoice(a, b, rules)
    ? undefined
    : `one is ${inOrder(a.carrier, b.carrier).replace(' and ', ', the other ')}`;

const byKind: Veto = (a, b) => (kindOf(a.type) === kindOf(b.type) ? undefined : 'different kinds of material');

// Cataloguers disagree on whether a set of many volumes is a serial, but not on a single volume.
const byLevel: Veto = (a, b) =>
  levelOf(a.level) === levelOf(b.level) || (isSet(a) && isSet(b))
    ? undefined
    : 'one is a serial or a part, the other is not';

const byPart: Veto = (a, b) => (differ(a.part, b.part) ? `different parts (${inOrder(a.part, b.part)})` : undefined);

/** Returns the one or two letters at the end of a title: Series A, Section Bd. */
const letterOf = (title: string): string | undefined => / (\p{L}{1,2})$/u.exec(title)?.[1];

const byPartTitle: Veto = (a, b) => {
  if (a.partTitle === undefined || b.partTitle === undefined) return undefined;
  if (differ(letterOf(a.partTitle), letterOf(b.partTitle))) return 'different part titles';
  return oddWords(wordsOf(a.partTitle), wordsOf(b.partTitle)) > 0 ? 'different part titles' : undefined;
};

const byEdition: Veto = (a, b) =>
  differ(a.edition, b.edition) ? `different editions (${inOrder(a.edition, b.edition)})` : undefined;

const yearsIn = (text: string | undefined): string => (text?.match(/\d{4}/g) ?? []).sort().join(' ');

// Maps and software state a year instead of a number: "Rev. 1995" and "Rev. 1996".
const byEditionYear: Veto = (a, b) => {
  const [one, two] = [yearsIn(a.editionWords), yearsIn(b.editionWords)];
  return one !== '' && two !== '' && one !== two ? `editions of different years (${inOrder(one, two)})` : undefined;
};

// A serial that changes its title gets a new record (MARC 780 and 785): the same words, another start.
const bySerialTitle: Veto = (a, b) =>
  continuing(a, b) &&
  !sharesControlNumber(a, b) &&
  (dice(a.title, b.title) < 0.9 || differ(letterOf(a.title), letterOf(b.title)))
    ? 'earlier or later title of a serial'
    : undefined;

// `19uu` may be any year of the century.
const mayBeOneYear = (one: string, two: string): boolean =>
  [...one].every((digit, at) => digit === two[at] || digit === 'u' || two[at] === 'u');

const startsDiffer = ({ date1: one }: MatchFeatures, { date1: two }: MatchFeatures): boolean =>
  one !== undefined && two !== undefined && !mayBeOneYear(one, two);

const bySerialStart: Veto = (a, b) =>
  continuing(a, b) && !sharesControlNumber(a, b) && startsDiffer(a, b)
    ? `serials that begin in ${inOrder(a.date1, b.date1)}`
    : undefined;

const byIssn: Veto = (a, b) => (continuing(a, b) && differ(a.issn, b.issn) ? 'different ISSN' : undefined);

// A set's ISBN is in the records of other titles too. Titles in different scripts tell nothing, and a shared number counts instead.
const byTitle: Veto = (a, b) => {
  if (areInOtherScripts(a, b))
    return sharesNumber(a, b) ? undefined : 'titles in different scripts, and no number in common';
  const [one, two] = [fullTitle(a), fullTitle(b)];
  return dice(one, two) < 0.5 && containment(one, two) < 0.6 ? 'titles differ' : undefined;
};

// Censuses, map series and bulletins have identical descriptions; the SuDoc number (086) distinguishes them.
const byGovdoc: Veto = (a, b) => {
  const apart =
    a.govdoc !== undefined && b.govdoc !== undefined && !shares(a.govdoc, b.govdoc) && !sharesControlNumber(a, b);
  return apart ? 'different government document numbers' : undefined;
};

const SHORT = 8;

// Bills, sessions and years of a report have the same wording; with the same number of pages as a book, the difference is a typing error.
const byNumbers: Veto = (a, b) => {
  if (areInOtherScripts(a, b)) return undefined;
  const agree = (pageGap(a, b) === 0 && (a.pages ?? 0) > SHORT) || sharesControlNumber(a, b);
  return !agree && oddNumbers(fullTitle(a), fullTitle(b)) > 0 ? 'the numbers in the titles differ' : undefined;
};

// British and American editions, and editions of classics: another publisher in another place with a new setting.
const byPublisher: Veto = (a, b) => {
  const gap = pageGap(a, b) ?? 0;
  return gap > 4 && isElsewhere(a, b) ? `publishers and places differ, and pages by ${gap}` : undefined;
};

const byLccn: Veto = (a, b) => (differ(a.lccn, b.lccn) ? 'different LCCN' : undefined);

const numbersOf = (one: MatchFeatures): string[] => [
  ...(one.isbn ?? []).map((number) => `isbn:${number}`),
  ...(one.oclc ?? []).map((number) => `oclc:${number}`),
  ...(one.lccn === undefined ? [] : [`lccn:${one.lccn}`]),
  ...(one.issn === undefined ? [] : [`issn:${one.issn}`]),
];

const names = (one: MatchFeatures, other: MatchFeatures): boolean =>
  one.links !== undefined && shares(one.links, numbersOf(other)) && !shares(one.links, numbersOf(one));

// The cataloguer of one linked the other as another edition, another form, an earlier or a later title.
export const byLink: Veto = (a, b, rules) =>
  (names(a, b) || names(b, a)) && !isOneByChoice(a, b, rules)
    ? 'one record names the other as another edition, form or title'
    : undefined;

const BY_FORM: readonly Veto[] = [
  byForm,
  byKind,
  byLevel,
  byPart,
  byPartTitle,
  byEdition,
  byEditionYear,
  bySerialTitle,
  bySerialStart,
  byIssn,
  byLink,
];

const BY_DESCRIPTION: readonly Veto[] = [byGovdoc, byLccn, byTitle, byNumbers, byPublisher];

// Rare in the labelled pairs, nearly all of which are of printed books.
const BY_VERSION: readonly Veto[] = [
  byFormat,
  byVersion,
  byDirectors,
  byPerformers,
  byWorkNumbers,
  byIssueNumber,
  byScale,
  byLanguage,
  byTranslators,
  byDesignation,
  byOccasion,
  bySeriesVolume,
  byBodies,
];

// Copies of one record are one, whatever was changed in them.
const choices = (a: MatchFeatures, b: MatchFeatures): readonly Veto[] =>
  sharesControlNumber(a, b) ? [] : CHOSEN_APART;

const reasonsOf = (all: readonly Veto[], a: MatchFeatures, b: MatchFeatures, rules: MatchRules): string[] =>
  all.map((veto) => veto(a, b, rules)).filter((reason) => reason !== undefined);

/** Returns all vetoes for a pair, in plain text. */
export const vetoes = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules = defaultRules): string[] =>
  reasonsOf([...BY_FORM, ...BY_VERSION, ...BY_DESCRIPTION, ...choices(a, b)], a, b, rules);

/** Returns the vetoes that apply although a common number decides, in plain text. */
export const vetoesDespiteNumber = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules): string[] =>
  reasonsOf(BY_FORM, a, b, rules);

const holdsOne = (all: readonly Veto[], a: MatchFeatures, b: MatchFeatures, rules: MatchRules): boolean =>
  all.some((veto) => veto(a, b, rules) !== undefined);

/** Returns whether form, part or edition separates a pair: the model is not trained on these. Pairs with other vetoes are training data. */
export const isParted = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules = defaultRules): boolean =>
  holdsOne(BY_FORM, a, b, rules);

/** Returns whether any veto applies to a pair. */
export const isVetoed = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules = defaultRules): boolean =>
  isParted(a, b, rules) ||
  holdsOne(BY_VERSION, a, b, rules) ||
  holdsOne(BY_DESCRIPTION, a, b, rules) ||
  holdsOne(choices(a, b), a, b, rules);
