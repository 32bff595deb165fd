import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';
import { areInOtherScripts } from './scripts.ts';
import { alike, type Comparison, on, once } from './signals.ts';
import { commonStart, containment, dice, oddWordsAmong, oddWordsIn } from './similarity.ts';
import { type TitleReading, titleOf } from './title-words.ts';

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

const namesOf = (one: MatchFeatures): string[] =>
  wordsOf([one.by, one.author, one.others].filter((text) => text !== undefined).join(' '));

/**
 * Returns the odd words that are in no name of the other record either: a body may be in the title of one and in the heading of the other.
 */
const oddBeyond = (all: readonly string[], allOther: readonly string[], a: MatchFeatures, b: MatchFeatures): number =>
  Math.min(oddWordsIn(all, [...allOther, ...namesOf(b)]), oddWordsIn(allOther, [...all, ...namesOf(a)]));

/** Returns the number of words of each title proper that neither title nor names of the other record have, on the side with fewer. */
export const oddBeyondNames = (a: MatchFeatures, b: MatchFeatures): number => {
  const [one, two] = [titleOf(a), titleOf(b)];
  return Math.min(
    oddWordsIn(one.proper, [...two.words, ...namesOf(b)]),
    oddWordsIn(two.proper, [...one.words, ...namesOf(a)]),
  );
};

// A longer run is a subtitle or a clause that one record leaves out.
const MOST_INSERTED = 2;

/**
 * Returns the words that one title proper has inside or before the words of the other, all other words being equal: `west` in `geology of
 * west virginia` beside `geology of virginia`. Words that follow are often a subtitle that the other record leaves out; the name of the
 * author, an article or two spellings of a compound tell nothing.
 */
export const insertedIn = (a: MatchFeatures, b: MatchFeatures): string[] => {
  const [longer, shorter] = [titleOf(a).proper, titleOf(b).proper];
  const known = [...titleOf(b).words, ...namesOf(a), ...namesOf(b)];
  return oddWordsAmong(insertedRun(longer, shorter), known);
};

/** Returns the run of words that one list has inside or before the words of the other, all other words being equal. */
const insertedRun = (longer: readonly string[], shorter: readonly string[]): readonly string[] => {
  const count = longer.length - shorter.length;
  if (count < 1 || count > MOST_INSERTED || shorter.length < 2) return [];
  const start = shorter.findIndex((word, at) => word !== longer[at]);
  if (start < 0 || shorter.slice(start).some((word, at) => word !== longer[start + count + at])) return [];
  return longer.slice(start, start + count);
};

const areOtherLetters = (one: string, two: string): boolean => one.length === 1 && two.length === 1;

// Higher than in a comparison of whole titles: `kansas` and `arkansas` are two places.
const ONE_WORD = 0.85;

const isMistyped = (one: string, two: string): boolean =>
  one.startsWith(two) || two.startsWith(one) || dice(one, two) > ONE_WORD;

/** Returns the one word in which two lists of equal length differ, of each; undefined when they differ otherwise or by a slip. */
const replacedWord = (one: readonly string[], two: readonly string[]): [string, string] | undefined => {
  if (one.length !== two.length) return undefined;
  const [at, ...more] = one.flatMap((word, place) => (word === two[place] ? [] : [place]));
  if (at === undefined || more.length > 0) return undefined;
  const [word = '', other = ''] = [one[at], two[at]];
  const isOdd = oddWordsIn([word], [other]) > 0 && oddWordsIn([other], [word]) > 0;
  return areOtherLetters(word, other) || (isOdd && !isMistyped(word, other)) ? [word, other] : undefined;
};

// A run with shorter words only is an abbreviation or a number, which other rules compare.
const NAME = 4;

/**
 * Returns the words of a run of at most two in which two lists differ, of each side, all other words being equal: `washington` and `west
 * virginia` at the end of a census. Undefined when they differ otherwise or by a slip; `known` words distinguish nothing.
 */
const replacedRun = (
  one: readonly string[],
  two: readonly string[],
  known: readonly string[],
): string[] | undefined => {
  const start = one.findIndex((word, at) => word !== two[at]);
  if (start < 0) return undefined;
  let end = 0;
  while (end < Math.min(one.length, two.length) - start && one.at(-1 - end) === two.at(-1 - end)) end++;
  const runs = [one, two].map((words) => words.slice(start, words.length - end));
  const [run = [], other = []] = runs;
  if (runs.some(({ length }) => length < 1 || length > MOST_INSERTED) || start + end < MOST_INSERTED) return undefined;
  const odd = [oddWordsAmong(run, [...other, ...known]), oddWordsAmong(other, [...run, ...known])];
  const isOdd = odd.every((words) => words.some(({ length }) => length >= NAME));
  return isOdd && !isMistyped(run.join(' '), other.join(' ')) ? odd.flat() : undefined;
};

/**
 * Returns the words in which the remainders of two titles (245 $b) differ, where all their other words are equal: `level a` and `level b`,
 * `a guide to virginia` and `a guide to west virginia`, `areas, ohio` and `areas, new mexico`. Nothing where a title is cut: its end is missing.
 */
export const differingRest = (a: MatchFeatures, b: MatchFeatures): string[] => {
  const [one, two] = [titleOf(a).rest, titleOf(b).rest];
  const isCut = a.titleEnd !== undefined || b.titleEnd !== undefined;
  if (isCut || one.length === 0 || two.length === 0 || a.title !== b.title) return [];
  const inserted = [...insertedRun(one, two), ...insertedRun(two, one)];
  const known = [...namesOf(a), ...namesOf(b)];
  const replaced = replacedWord(one, two) ?? replacedRun(one, two, known);
  return (replaced ?? oddWordsAmong(inserted, known)).toSorted();
};

const oddInParts = (one: readonly string[], two: TitleReading): number => oddWordsIn(one, two.words);

/** Compares the titles and parts of two records. Titles in different scripts are not compared: only their parts are. */
export const compareTitles = (a: MatchFeatures, b: MatchFeatures): Comparison =>
  areInOtherScripts(a, b) ? WITHOUT_TITLE : compareInOneScript(a, b);

// As two equal titles would count: the records are compared only because they share a number.
const WITHOUT_TITLE: Comparison = {
  ...{ titleAlike: 1, titleProperAlike: 1, titleWords: 1, titleStart: 1, titleLength: 20 },
  ...{ titleOddBoth: 0, titleOddOne: 0, titleProperOddBoth: 0, titleProperOddOne: 0, titleInserted: 0 },
  ...{ titleNumbersOnce: 0, titleNumbersOdd: 0, titleBeyondBoth: 0, partOnce: 0, partTitleOnce: 0, partTitleOdd: 0 },
};

const compareInOneScript = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [first, second] = [titleOf(a), titleOf(b)];
  const { text: one, words: all } = first;
  const { text: two, words: allOther } = second;
  const odd = [oddWordsIn(all, allOther), oddWordsIn(allOther, all)];
  const oddProper = [oddWordsIn(first.proper, allOther), oddWordsIn(second.proper, all)];
  return {
    titleAlike: dice(one, two),
    titleProperAlike: dice(a.title, b.title),
    titleWords: containment(one, two),
    titleStart: commonStart(one, two),
    titleOddBoth: Math.min(...odd),
    titleOddOne: Math.max(...odd),
    titleProperOddBoth: Math.min(...oddProper),
    titleProperOddOne: Math.max(...oddProper),
    titleInserted: Math.max(insertedIn(a, b).length, insertedIn(b, a).length),
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
    partTitleOdd: Math.max(oddInParts(first.partTitle, second), oddInParts(second.partTitle, first)),
  };
};
