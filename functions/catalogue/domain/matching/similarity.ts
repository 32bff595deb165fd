import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { areOtherPlaces } from './resembling-names.ts';

const bigrams = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

/** Returns the Dice coefficient of letter pairs, 0 to 1: tolerates typing errors and other word forms. */
export const dice = (a: string, b: string): number => {
  if (a === b) return a === '' ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = bigrams(a);
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
};

const matchesWord = (word: string, words: string[]): boolean =>
  words.some(
    (other) =>
      other === word || (word.length > 2 && other.startsWith(word)) || (other.length > 2 && word.startsWith(other)),
  );

/**
 * Returns the share of the shorter text's words that the other has too, abbreviations (`govt`, `off`, `univ`) compared by their beginning.
 * 0 to 1.
 */
export const containment = (a: string, b: string): number => {
  const one = wordsOf(a);
  const two = wordsOf(b);
  if (one.length === 0 || two.length === 0) return 0;
  const shared = Math.max(
    one.filter((word) => matchesWord(word, two)).length / one.length,
    two.filter((word) => matchesWord(word, one)).length / two.length,
  );
  return shared;
};

/** Returns how much of the shorter text is a prefix of the longer, 0 to 1. */
export const commonStart = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  let i = 0;
  while (i < shorter && a[i] === b[i]) i++;
  return shorter === 0 ? 0 : i / shorter;
};

/** Returns whether two words differ by one typing error: an extra, a missing, a wrong or two swapped letters. */
const isSlip = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const after = (word: string, skip: number): string => word.slice(start + skip);
  if (short.length < long.length) return after(short, 0) === after(long, 1);
  if (after(short, 1) === after(long, 1)) return true;
  return short[start] === long[start + 1] && short[start + 1] === long[start] && after(short, 2) === after(long, 2);
};

const isRoman = (word: string): boolean => /^[ivxlc]+$/.test(word);

// `j` for `john`.
const isInitial = (word: string, other: string): boolean => word.length === 1 && other.length > 2;

const isAlike = (word: string, other: string): boolean => {
  if (other === word) return true;
  // A typing error hardly ever changes the first letter, and most pairs of words differ there.
  if (word[0] !== other[0] || /\d/.test(word + other)) return false;
  if (isInitial(word, other) || isInitial(other, word)) return true;
  // Numbers, including Roman ones, are either equal or different.
  if (word.length < 3 || other.length < 3 || (isRoman(word) && isRoman(other)) || areOtherPlaces(word, other))
    return false;
  if (isSlip(word, other)) return true;
  if (word.length < 4 || other.length < 4) return false;
  return other.startsWith(word) || word.startsWith(other) || dice(word, other) >= 0.7;
};

const likeWord = (word: string, words: readonly string[]): boolean => words.some((other) => isAlike(word, other));

// Articles, prepositions and short verbs of the languages that most titles are in.
const LITTLE = new Set(
  (
    'a an as at be by do et he if in is it me my no of on or so to up us we am im zu da du de en es la le il lo un au aux ce se ' +
    'el al y e o ou os ao di ed co st dr mr jr ie eg pp vs van von ' +
    'the and for with from its their being der die das den dem und les des del los las dans sur pour por con para'
  ).split(' '),
);

const isTelling = (word: string): boolean => !LITTLE.has(word);

/** Returns the significant words without a similar word in the other text; a typing error counts as similar. */
export const oddWordsAmong = (words: readonly string[], others: readonly string[]): string[] => {
  const exact = new Set(others);
  return words.filter((word) => !exact.has(word) && isTelling(word) && !likeWord(word, others));
};

/** Returns the number of significant words without a similar word in the other text. */
export const oddWordsIn = (words: readonly string[], others: readonly string[]): number =>
  oddWordsAmong(words, others).length;

/**
 * Returns the number of words without a similar word in the other text, on the side with fewer: above 0 both texts have words of their own.
 */
export const oddWords = (one: readonly string[], two: readonly string[]): number =>
  Math.min(oddWordsIn(one, two), oddWordsIn(two, one));

/** Returns whether there are significant words and the other text has no similar word to any of them. */
export const noneAmong = (words: readonly string[], others: readonly string[]): boolean => {
  const telling = words.filter(isTelling);
  return telling.length > 0 && oddWordsIn(telling, others) === telling.length;
};

/** Returns whether both have significant words and none of them are similar. */
export const nothingAlike = (one: readonly string[], two: readonly string[]): boolean =>
  noneAmong(one, two) && noneAmong(two, one);
