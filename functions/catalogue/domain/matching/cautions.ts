import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { askCoEdition, askImpression, askMicroform, askReissue } from './chosen-differences.ts';
import { yearGap } from './compare-dates.ts';
import { isSet, pageGap } from './compare-extent.ts';
import { differingRest, insertedIn, oddBeyondNames } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { otherLanguages } from './languages.ts';
import { defaultRules, type MatchRules } from './match-rules.ts';
import { numberOf } from './read-designations.ts';
import { MOST_NUMBERS } from './read-numbers.ts';
import { VERSION_KINDS } from './read-version.ts';
import { areInOtherScripts } from './scripts.ts';
import { byBodiesOfOneTitle } from './serial-bodies.ts';
import { differ, inOrder, once, shares, sharesControlNumber } from './signals.ts';
import { noneAmong, nothingAlike, oddWordsAmong } from './similarity.ts';
import { fullTitle, titleOf } from './title-words.ts';
import type { Veto } from './veto.ts';
import { byCast, byOtherNumbers, byTitleWords, isText } from './vetoes-of-media.ts';
import { otherNotationCodes, otherSeriesNumbers } from './vetoes-of-text.ts';

const areAll = (numbers: readonly string[] | undefined): boolean =>
  numbers !== undefined && numbers.length < MOST_NUMBERS;

/** Both have ISBNs and share none: usually other bindings, other editions or other volumes. */
const byIsbn: Veto = (a, b) =>
  areAll(a.isbn) && areAll(b.isbn) && !shares(a.isbn, b.isbn) ? 'each has ISBNs of its own' : undefined;

const textOf = (one: MatchFeatures): string[] =>
  wordsOf(
    [fullTitle(one), one.by, one.series, one.seriesNumber, one.titleEnd].filter((text) => text !== undefined).join(' '),
  );

/** Returns the numbers of a text, in digits, Roman numerals or words, and tokens with digits: `g1`, `38075`. */
const numbersIn = (words: readonly string[]): string[] =>
  words.flatMap((word) => numberOf(word)?.toString() ?? (/\d/.test(word) ? [word] : []));

const isOneSet = (a: MatchFeatures, b: MatchFeatures): boolean => (a.volumes ?? 1) > 1 && a.volumes === b.volumes;

const isAlone = (one: MatchFeatures, other: MatchFeatures): boolean => {
  if (one.part === undefined || other.part !== undefined || isOneSet(one, other)) return false;
  // A volume may be catalogued under its own title alone.
  if (one.partTitle !== undefined && one.partTitle === other.partTitle) return false;
  const [first = '', ...more] = wordsOf(one.part);
  const numbers = numbersIn([first, ...more]);
  return numbersIn([first]).length > 0 && !shares(numbers, numbersIn(textOf(other)));
};

/** Only one has a part number, and the other has it nowhere: it may be the whole, or another part. */
const byPartOnce: Veto = (a, b) => {
  if (isAlone(a, b)) return `only one says part ${a.part}`;
  return isAlone(b, a) ? `only one says part ${b.part}` : undefined;
};

/** Whether a title states a volume without a part of its own (245 $n): `collected works, volume 2`. */
const namesVolume = (one: MatchFeatures): boolean =>
  titleOf(one).designations.some((designation) => /^(?:volume|book|part) /.test(designation));

const isVolume = (one: MatchFeatures): boolean =>
  !isSet(one) && (one.part !== undefined || one.partTitle !== undefined || namesVolume(one));

const isWhole = (one: MatchFeatures): boolean =>
  isSet(one) && one.part === undefined && one.partTitle === undefined && titleOf(one).designations.length === 0;

/** A set in several volumes, and one volume with its own number or title, wherever its title states it. */
const bySet: Veto = (a, b) =>
  (isVolume(a) && isWhole(b)) || (isVolume(b) && isWhole(a)) ? 'one is a set, the other a part of one' : undefined;

// Words that distinguish an edition when only one of the records has them; records omit other edition statements too often.
const DISTINGUISHING = new Set([
  'abridged',
  'for teachers',
  'critical edition',
  'film edition',
  'vocal score',
  'parts',
]);

const byVersionOnce: Veto = ({ version: one }, { version: two }) => {
  if (one === undefined && two === undefined) return undefined;
  const kind = VERSION_KINDS.find(
    (each) => once(one?.[each], two?.[each]) && DISTINGUISHING.has(one?.[each] ?? two?.[each] ?? ''),
  );
  return kind && `only one says: ${one?.[kind] ?? two?.[kind]}`;
};

const FEW = 3;

const fewestWords = (a: MatchFeatures, b: MatchFeatures): number =>
  Math.min(...[a, b].map((one) => wordsOf(fullTitle(one)).filter((word) => !/\d/.test(word)).length));

const isInEnglish = ({ by = '' }: MatchFeatures): boolean => /\b(?:by|edited|translated)\b/.test(by);

/** A short title or a name may be the same in translation; when a longer one is, a code is wrong. */
const byLanguageCode: Veto = (a, b) => {
  const others = otherLanguages(a, b);
  if (others === undefined || (isInEnglish(a) && isInEnglish(b))) return undefined;
  return fewestWords(a, b) <= FEW ? `different languages (${inOrder(...others)})` : undefined;
};

const isCounted = (text = ''): boolean => /^\d{1,2}$/.test(text);

const bySeriesNumber: Veto = (a, b) =>
  pageGap(a, b) !== 0 &&
  a.series === b.series &&
  isCounted(a.seriesNumber) &&
  isCounted(b.seriesNumber) &&
  otherSeriesNumbers(a, b)
    ? `numbers ${inOrder(a.seriesNumber, b.seriesNumber)} of one series`
    : undefined;

// Edition words that any printing may have.
const SILENT = new Set('new rev revise enl enlarg reprin thousa impres print reissu augm corr correc with'.split(' '));

const distinguishingIn = ({ editionWords = '' }: MatchFeatures): string[] =>
  wordsOf(editionWords).filter((word) => !SILENT.has(word) && !/\d/.test(word));

/** Special, collector's and director's editions; for books the words are weighted. */
const byEditionWords: Veto = (a, b) =>
  !isText(a) && !isText(b) && nothingAlike(distinguishingIn(a), distinguishingIn(b))
    ? 'edition statements that have nothing in common'
    : undefined;

const byBlurayOnce: Veto = (a, b) => {
  const formats = [a.format, b.format];
  return formats.includes('Blu-ray') && formats.includes('videodisc') ? 'only one says: Blu-ray' : undefined;
};

/** Labels of recordings: a licensed record is another issue. */
const byLabel: Veto = (a, b) =>
  'ij'.includes(a.type) && 'ij'.includes(b.type) && nothingAlike(wordsOf(a.publisher ?? ''), wordsOf(b.publisher ?? ''))
    ? 'recordings of other labels'
    : undefined;

const namedIn = (one: MatchFeatures): string[] =>
  wordsOf([one.author, one.others, one.by, one.performers].filter((text) => text !== undefined).join(' '));

/** Poems, letters and lead sheets by two people of whom one record names only one. A longer title outweighs a pseudonym. */
const byNames: Veto = (a, b) =>
  differ(a.author, b.author) &&
  fewestWords(a, b) <= FEW &&
  noneAmong(wordsOf(a.author ?? ''), namedIn(b)) &&
  noneAmong(wordsOf(b.author ?? ''), namedIn(a))
    ? 'nobody is named in both'
    : undefined;

/** A word stands inside one title only, and the titles are equal otherwise: `geology of west virginia`. */
const byInsertedWord: Veto = (a, b) => {
  const words = [...insertedIn(a, b), ...insertedIn(b, a)];
  return words.length === 0 ? undefined : `only one title says ${words.join(' ')}`;
};

/** Remainders of one title that differ in a word: level A and level B, Virginia and West Virginia. */
const byRestWord: Veto = (a, b) => {
  if (areInOtherScripts(a, b)) return undefined;
  const words = differingRest(a, b);
  return words.length === 0 ? undefined : `the rest of the titles differs: ${words.join(' and ')}`;
};

/** Part titles of which one says more: `census tracts, virginia` and `census tracts, west virginia`. */
const byPartTitleWord: Veto = (a, b) => {
  if (a.partTitle === undefined || b.partTitle === undefined) return undefined;
  const [one, two] = [titleOf(a), titleOf(b)];
  const odd = [...oddWordsAmong(one.partTitle, two.words), ...oddWordsAmong(two.partTitle, one.words)].sort()[0];
  return odd && `only one part title says ${odd}`;
};

/** Each title proper has a word of its own that no name of the other explains: another place, subject or letter. */
const byOwnWords: Veto = (a, b) =>
  areInOtherScripts(a, b) || oddBeyondNames(a, b) === 0 ? undefined : 'each title has words of its own';

/** Titles in two scripts that a number joins: years and pages must confirm it, because a set's number is in other titles too. */
const byScript: Veto = (a, b) =>
  areInOtherScripts(a, b) && !(pageGap(a, b) === 0 && yearGap(a, b) === 0)
    ? 'titles in different scripts, which only a number joins'
    : undefined;

const CAUTIONS: readonly Veto[] = [
  byIsbn,
  askCoEdition,
  askReissue,
  askImpression,
  byInsertedWord,
  byRestWord,
  byPartTitleWord,
  byOwnWords,
  byVersionOnce,
  otherNotationCodes,
  byLanguageCode,
  bySeriesNumber,
  byEditionWords,
  byBlurayOnce,
  byCast,
  byOtherNumbers,
  byTitleWords,
  byBodiesOfOneTitle,
  byLabel,
  byNames,
];

// A volume often has the number of the set's record.
const OF_PARTS: readonly Veto[] = [byPartOnce, bySet];
const ALWAYS: readonly Veto[] = [...OF_PARTS, byScript, askMicroform];

const cautionsFor = (a: MatchFeatures, b: MatchFeatures): readonly Veto[] =>
  sharesControlNumber(a, b) ? ALWAYS : [...ALWAYS, ...CAUTIONS];

const reasonsOf = (all: readonly Veto[], a: MatchFeatures, b: MatchFeatures, rules: MatchRules): string[] =>
  all.map((caution) => caution(a, b, rules)).filter((words) => words !== undefined);

/**
 * Returns the reasons for which staff must decide on a pair, however much else agrees: some such pairs are one record, and the labelled
 * pairs have too few of either kind to weight them. In plain text; between copies of one record only the cautions on parts apply.
 */
export const cautions = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules = defaultRules): string[] =>
  reasonsOf(cautionsFor(a, b), a, b, rules);

/** Returns whether any caution applies to a pair. */
export const isCautioned = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules = defaultRules): boolean =>
  cautionsFor(a, b).some((caution) => caution(a, b, rules) !== undefined);

/** Returns the cautions that apply although a common number decides: a volume often has the number of the set. */
export const cautionsDespiteNumber = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules): string[] =>
  reasonsOf([...OF_PARTS, askMicroform], a, b, rules);
