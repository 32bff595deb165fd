import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';
import { formatsAgree } from './read-format.ts';
import { MOST_NUMBERS } from './read-numbers.ts';
import { inOrder, shares, sharesControlNumber } from './signals.ts';
import { noneAmong, nothingAlike, oddWords } from './similarity.ts';
import { fullTitle } from './title-words.ts';
import type { Veto } from './veto.ts';

/** Different formats: DVD and Blu-ray, LP and CD, film and fiche. */
export const byFormat: Veto = (a, b) =>
  a.format === undefined || b.format === undefined || formatsAgree(a.format, b.format)
    ? undefined
    : `different formats (${inOrder(a.format, b.format)})`;

const together = (...texts: (string | undefined)[]): string[] =>
  texts.flatMap((text) => (text === undefined ? [] : wordsOf(text)));

const named = (one: MatchFeatures): string[] =>
  together(one.author, one.others, one.performers, one.directors, one.credits, one.by);

/** Returns whether both name people in one part of the record and the other mentions none of them. */
const areOthers = (one: string | undefined, two: string | undefined, a: MatchFeatures, b: MatchFeatures): boolean =>
  one !== undefined && two !== undefined && noneAmong(wordsOf(one), named(b)) && noneAmong(wordsOf(two), named(a));

/** Films of one title by two directors. */
export const byDirectors: Veto = (a, b) =>
  areOthers(a.directors, b.directors, a, b) ? 'films of other directors' : undefined;

const isSound = ({ type }: MatchFeatures): boolean => type === 'i' || type === 'j';

/** A work by other performers or readers, and collections under one title without a common name. */
export const byPerformers: Veto = (a, b) => {
  if (!isSound(a) || !isSound(b) || shares(a.music, b.music)) return undefined;
  if (areOthers(a.performers, b.performers, a, b)) return 'recordings of other performers';
  return nothingAlike(named(a), named(b)) ? 'recordings in which nobody is named in both' : undefined;
};

/** A film whose added entries share no name: possibly the cast of one and the makers of the other. */
export const byCast: Veto = (a, b) =>
  a.type === 'g' && b.type === 'g' && areOthers(a.performers, b.performers, a, b)
    ? 'films in which nobody is named in both'
    : undefined;

/** Symphonies no. 5 and no. 6 under one title. */
export const byWorkNumbers: Veto = (a, b) =>
  a.workNumbers !== undefined &&
  b.workNumbers !== undefined &&
  !shares(a.workNumbers, b.workNumbers) &&
  !shares(a.music, b.music)
    ? 'other works of the composer by their numbers'
    : undefined;

/** Maps of one place at different scales. */
export const byScale: Veto = (a, b) =>
  a.scales !== undefined && b.scales !== undefined && !shares(a.scales, b.scales) && !sharesControlNumber(a, b)
    ? `maps of other scales (${inOrder(`1:${a.scales[0]}`, `1:${b.scales[0]}`)})`
    : undefined;

const ofKind = ({ music = [] }: MatchFeatures, kind: string): string[] =>
  music.filter((number) => number.startsWith(kind)).map((number) => number.slice(kind.length));

/** Returns whether both state numbers of a kind and none contains one of the other's: records often omit labels and disc counts. */
const clash = (a: MatchFeatures, b: MatchFeatures, kind: string): boolean => {
  if (a.music === undefined || b.music === undefined) return false;
  if (Math.max(a.music.length, b.music.length) >= MOST_NUMBERS) return false;
  const [these, those] = [ofKind(a, kind), ofKind(b, kind)];
  const alike = these.some((one) => those.some((two) => one.includes(two) || two.includes(one)));
  return these.length > 0 && those.length > 0 && !alike;
};

/** Different issue numbers of a publisher mean different issues, unless another number is equal. */
export const byIssueNumber: Veto = (a, b) =>
  !shares(a.music, b.music) && clash(a, b, 'issue:') ? 'issued under other publisher numbers' : undefined;

/** Numbers of scores and films and retail codes are weaker: they differ by printing, box and country. */
export const byOtherNumbers: Veto = (a, b) =>
  !shares(a.music, b.music) && ['ean:', 'ismn:', 'music:', 'plate:', 'video:'].some((kind) => clash(a, b, kind))
    ? 'publisher numbers or product codes differ'
    : undefined;

/** Returns whether a record describes text, printed or handwritten. */
export const isText = ({ type }: MatchFeatures): boolean => type === 'a' || type === 't';

/**
 * Sheets and posters of one series, recordings of one band: each title has a word that the other lacks. For texts the model weights this.
 */
export const byTitleWords: Veto = (a, b) =>
  !isText(a) && !isText(b) && oddWords(wordsOf(fullTitle(a)), wordsOf(fullTitle(b))) > 0
    ? 'each title has words of its own'
    : undefined;
