import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';
import { designationsIn } from './read-designations.ts';
import { inFigures } from './read-ordinals.ts';

/** A title as it is compared: its text, and its words with initials joined (`u s a` is `usa`) and ordinals as figures. */
export type TitleReading = {
  text: string;
  words: readonly string[];
  /** The words of 245 $a. */
  proper: readonly string[];
  /** The words of 245 $b. */
  rest: readonly string[];
  /** The words of 245 $p. */
  partTitle: readonly string[];
  designations: readonly string[];
};

const inOne = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ');

// Typists wrote the letter l for the digit one: `l945`.
const withDigits = (text: string): string => text.replace(/\bl(?=\d{3}\b)/g, '1');

const withInitialsJoined = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}(?![\p{L}\p{N}]))+/gu, (initials) => initials.replaceAll(' ', ''));

// `1914-18` is `1914-1918`.
const withWholeYears = (text: string): string =>
  text.replace(/\b(1[4-9]|20)(\d\d) (\d\d)\b/g, (all, century: string, from: string, to: string) =>
    Number(to) > Number(from) ? `${century}${from} ${century}${to}` : all,
  );

const wordsIn = (text: string): string[] => inFigures(wordsOf(withInitialsJoined(withWholeYears(withDigits(text)))));

// The end of a longer text begins in the middle of a word.
const endOf = ({ titleEnd }: MatchFeatures): string => titleEnd?.replace(/^\S+ /, '') ?? '';

const reading = (one: MatchFeatures): TitleReading => {
  const words = wordsIn(inOne([one.title, one.rest, one.part, one.partTitle]));
  return {
    text: words.join(' '),
    words: one.titleEnd === undefined ? words : [...words, ...wordsIn(endOf(one))],
    proper: wordsIn(one.title),
    rest: wordsIn(one.rest ?? ''),
    partTitle: wordsIn(one.partTitle ?? ''),
    designations: designationsIn(words),
  };
};

const read = new WeakMap<MatchFeatures, TitleReading>();

/** Returns the title of a record as it is compared; computed once for each record, because a load compares it with many. */
export const titleOf = (one: MatchFeatures): TitleReading => {
  const known = read.get(one) ?? reading(one);
  read.set(one, known);
  return known;
};

/** Returns the whole title of a record as one text. */
export const fullTitle = (one: MatchFeatures): string => titleOf(one).text;
