import type { MatchFeatures } from './features.ts';
import { wordsOf } from './fold.ts';
import { alike, type Comparison, on, once } from './signals.ts';
import { commonStart, containment, dice, oddWordsIn } from './similarity.ts';

/** The whole title of a record in one text. */
export const fullTitle = (one: MatchFeatures): string =>
  [one.title, one.rest, one.part, one.partTitle].filter((part) => part !== undefined).join(' ');

const numbersIn = (text: string): string[] => [...new Set(text.match(/\d+/g) ?? [])];

/** Which share of the numbers of the title that has fewer the other has too (bills, sessions, years); silent when one has none. */
const numbersOf = (one: string, two: string): number | undefined => {
  const [few = [], many = []] = [numbersIn(one), numbersIn(two)].sort((a, b) => a.length - b.length);
  return few.length === 0 ? undefined : few.filter((number) => many.includes(number)).length / few.length;
};

const numbersOnce = (one: string, two: string): number => on(/\d/.test(one) !== /\d/.test(two));

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
    titleEndAlike: alike(a.titleEnd, b.titleEnd, dice),
    titleLength: Math.min(one.length, two.length),
    restAlike: alike(a.rest, b.rest, dice),
    partOnce: on(once(a.part, b.part)),
    partTitleAlike: alike(a.partTitle, b.partTitle, dice),
    partTitleOnce: on(once(a.partTitle, b.partTitle)),
  };
};
