import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';
import { alike, type Comparison, on, once } from './signals.ts';
import { commonStart, containment, dice, oddWordsIn } from './similarity.ts';

const inOne = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ');

// Typists wrote the letter l for the digit one: `l945`.
const withDigits = (text: string): string => text.replace(/\bl(?=\d{3}\b)/g, '1');

/** Returns the whole title of a record as one text. */
export const fullTitle = (one: MatchFeatures): string =>
  withDigits(inOne([one.title, one.rest, one.part, one.partTitle]));

const numbersIn = (text: string): string[] => [...new Set(text.match(/\d+/g) ?? [])];

/**
 * Returns the share of the numbers of one title, that with fewer, that the other has too (bills, sessions, years); undefined when one has
 * none.
 */
const numbersOf = (one: string, two: string): number | undefined => {
  const [few = [], many = []] = [numbersIn(one), numbersIn(two)].sort((a, b) => a.length - b.length);
  return few.length === 0 ? undefined : few.filter((number) => many.includes(number)).length / few.length;
};

const numbersOnce = (one: string, two: string): number => on(/\d/.test(one) !== /\d/.test(two));

// `1914-18` and `1914-1918`.
const isYearInShort = (short: string, year: string): boolean =>
  short.length === 2 && year.length === 4 && year.endsWith(short);

const isNumber = (one: string, other: string): boolean =>
  one === other || isYearInShort(one, other) || isYearInShort(other, one);

/** Returns how many numbers each title has that the other lacks, on the side with fewer. */
export const oddNumbers = (one: string, two: string): number => {
  const [these, those] = [numbersIn(one), numbersIn(two)];
  const without = (some: string[], others: string[]): number =>
    some.filter((number) => !others.some((other) => isNumber(number, other))).length;
  return Math.min(without(these, those), without(those, these));
};

const namesOf = (one: MatchFeatures): string[] => wordsOf(inOne([one.by, one.author, one.others]));

/**
 * Returns the odd words that are in no name of the other record either: a body may be in the title of one and in the heading of the other.
 */
const oddBeyond = (all: readonly string[], allOther: readonly string[], a: MatchFeatures, b: MatchFeatures): number =>
  Math.min(oddWordsIn(all, [...allOther, ...namesOf(b)]), oddWordsIn(allOther, [...all, ...namesOf(a)]));

/** Compares the titles and parts of two records. */
export const compareTitles = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [one, two] = [fullTitle(a), fullTitle(b)];
  const [all, allOther] = [wordsOf(one), wordsOf(two)];
  const odd = [oddWordsIn(all, allOther), oddWordsIn(allOther, all)];
  const oddProper = [oddWordsIn(wordsOf(a.title), allOther), oddWordsIn(wordsOf(b.title), all)];
  return {
    titleAlike: dice(one, two),
    titleProperAlike: dice(a.title, b.title),
    titleWords: containment(one, two),
    titleStart: commonStart(one, two),
    titleOddBoth: Math.min(...odd),
    titleOddOne: Math.max(...odd),
    titleProperOddBoth: Math.min(...oddProper),
    titleProperOddOne: Math.max(...oddProper),
    titleNumbers: numbersOf(one, two),
    titleNumbersOnce: numbersOnce(one, two),
    titleNumbersOdd: oddNumbers(one, two),
    titleBeyondBoth: Math.min(...odd) === 0 ? 0 : oddBeyond(all, allOther, a, b),
    titleEndAlike: alike(a.titleEnd, b.titleEnd, dice),
    titleLength: Math.min(one.length, two.length),
    restAlike: alike(a.rest, b.rest, dice),
    partOnce: on(once(a.part, b.part)),
    partTitleAlike: alike(a.partTitle, b.partTitle, dice),
    partTitleOnce: on(once(a.partTitle, b.partTitle)),
  };
};
