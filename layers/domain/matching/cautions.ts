import { fullTitle } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { wordsOf } from './fold.ts';
import { otherLanguages } from './languages.ts';
import { numberOf } from './read-designations.ts';
import { byBodiesOfOneTitle } from './serial-bodies.ts';
import { inOrder, once, shares, sharesControlNumber } from './signals.ts';
import { nothingAlike } from './similarity.ts';
import type { Veto } from './veto.ts';
import { byCast, byOtherNumbers } from './vetoes-of-media.ts';
import { otherSeriesNumbers } from './vetoes-of-text.ts';

/** Both have ISBNs and none in common: as a rule other bindings, other editions or other volumes. */
const byIsbn: Veto = (a, b) =>
  a.isbn !== undefined && b.isbn !== undefined && !shares(a.isbn, b.isbn) ? 'each has ISBNs of its own' : undefined;

const textOf = (one: MatchFeatures): string[] =>
  wordsOf(
    [fullTitle(one), one.by, one.series, one.seriesNumber, one.titleEnd].filter((text) => text !== undefined).join(' '),
  );

const numbersIn = (words: readonly string[]): number[] => words.flatMap((word) => numberOf(word) ?? []);

const isOneSet = (a: MatchFeatures, b: MatchFeatures): boolean => (a.volumes ?? 1) > 1 && a.volumes === b.volumes;

const isAlone = (one: MatchFeatures, other: MatchFeatures): boolean => {
  if (one.part === undefined || other.part !== undefined || isOneSet(one, other)) return false;
  // A volume may be catalogued by its own title alone.
  if (one.partTitle !== undefined && one.partTitle === other.partTitle) return false;
  const numbers = numbersIn(wordsOf(one.part));
  return numbers.length > 0 && !shares(numbers, numbersIn(textOf(other)));
};

/** Only one has the number of a part, and the other has it nowhere: that may be the whole, or another part. */
const byPartOnce: Veto = (a, b) => {
  if (isAlone(a, b)) return `only one says part ${a.part}`;
  return isAlone(b, a) ? `only one says part ${b.part}` : undefined;
};

const isSet = (one: MatchFeatures): boolean => one.open === true || (one.volumes ?? 1) > 1;

const isVolume = (one: MatchFeatures): boolean =>
  !isSet(one) && (one.part !== undefined || one.partTitle !== undefined);

const isWhole = (one: MatchFeatures): boolean => isSet(one) && one.part === undefined && one.partTitle === undefined;

/** A set in several volumes, and one volume with a number or a title of its own. */
const bySet: Veto = (a, b) =>
  (isWhole(a) && isVolume(b)) || (isWhole(b) && isVolume(a)) ? 'one is a set, the other a part of one' : undefined;

// What an edition is when only one of the records says so; other versions are passed over in silence too often.
const TOLD = new Set(['abridged', 'for teachers', 'critical edition', 'film edition', 'vocal score', 'parts']);

const byVersionOnce: Veto = ({ version: one = {} }, { version: two = {} }) => {
  const [said, other] = [Object.entries(one), Object.entries(two)].map(
    (entries) => new Map(entries.filter(([, is]) => TOLD.has(is))),
  );
  const kinds = [...(said?.keys() ?? []), ...(other?.keys() ?? [])];
  const kind = kinds.find((each) => once(said?.get(each), other?.get(each)));
  return kind && `only one says: ${said?.get(kind) ?? other?.get(kind)}`;
};

const FEW = 3;

/** A title of one or two words, or a name, may be the same in translation; a longer one that is has a wrong code. */
const byLanguageCode: Veto = (a, b) => {
  const others = otherLanguages(a, b);
  const words = Math.min(...[a, b].map((one) => wordsOf(fullTitle(one)).filter((word) => !/\d/.test(word)).length));
  return others && words <= FEW ? `different languages (${inOrder(...others)})` : undefined;
};

const isCounted = (text = ''): boolean => /^\d{1,2}$/.test(text);

const bySeriesNumber: Veto = (a, b) =>
  a.series === b.series && isCounted(a.seriesNumber) && isCounted(b.seriesNumber) && otherSeriesNumbers(a, b)
    ? `numbers ${inOrder(a.seriesNumber, b.seriesNumber)} of one series`
    : undefined;

// Of what every printing says.
const SILENT = new Set('new rev revise enl enlarg reprin thousa impres print reissu augm corr correc with'.split(' '));

const toldBy = ({ editionWords = '' }: MatchFeatures): string[] =>
  wordsOf(editionWords).filter((word) => !SILENT.has(word) && !/\d/.test(word));

const byEditionWords: Veto = (a, b) =>
  nothingAlike(toldBy(a), toldBy(b)) ? 'edition statements that have nothing in common' : undefined;

const byBlurayOnce: Veto = (a, b) => {
  const formats = [a.format, b.format];
  return formats.includes('Blu-ray') && formats.includes('videodisc') ? 'only one says: Blu-ray' : undefined;
};

const CAUTIONS: readonly Veto[] = [
  byIsbn,
  byPartOnce,
  bySet,
  byVersionOnce,
  byLanguageCode,
  bySeriesNumber,
  byEditionWords,
  byBlurayOnce,
  byCast,
  byOtherNumbers,
  byBodiesOfOneTitle,
];

/**
 * What makes two records a case for a person, however much else agrees: records of both kinds exist that are one, and the
 * labelled pairs have too few of either to weigh it. In plain words; none of it counts between copies of one record.
 */
export const cautions = (a: MatchFeatures, b: MatchFeatures): string[] =>
  sharesControlNumber(a, b) ? [] : CAUTIONS.map((caution) => caution(a, b)).filter((words) => words !== undefined);

/** Whether any caution holds for a pair. */
export const isCautioned = (a: MatchFeatures, b: MatchFeatures): boolean =>
  !sharesControlNumber(a, b) && CAUTIONS.some((caution) => caution(a, b) !== undefined);
