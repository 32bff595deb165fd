import type { MatchFeatures } from './features.ts';
import { wordsOf } from './fold.ts';
import { agree, type Comparison, differ, on, once } from './signals.ts';
import { commonStart, containment, dice, oddWords } from './similarity.ts';

/** The whole title of a record in one text. */
export const fullTitle = (one: MatchFeatures): string =>
  [one.title, one.rest, one.part, one.partTitle].filter((part) => part !== undefined).join(' ');

const digitsOf = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(' ');

// Brief records of old loads hold a title and nothing else.
const isBare = (one: MatchFeatures): boolean =>
  one.by === undefined && one.author === undefined && one.publisher === undefined && one.pages === undefined;

const numbersOf = (a: string, b: string): Comparison => {
  const [one, two] = [digitsOf(a), digitsOf(b)];
  return {
    titleNumbersDiffer: on(one !== '' && two !== '' && one !== two),
    titleNumbersOnce: on((one === '') !== (two === '')),
  };
};

const partsOf = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  restOnce: on(once(a.rest, b.rest)),
  restAlike: dice(a.rest ?? '', b.rest ?? ''),
  restDiffer: on(differ(a.rest, b.rest) && dice(a.rest ?? '', b.rest ?? '') < 0.5),
  partSame: on(agree(a.part, b.part)),
  partDiffer: on(differ(a.part, b.part)),
  partOnce: on(once(a.part, b.part)),
  partTitleAlike: dice(a.partTitle ?? '', b.partTitle ?? ''),
  partTitleOnce: on(once(a.partTitle, b.partTitle)),
});

/** Compares the titles and parts of two records. */
export const compareTitles = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [one, two] = [fullTitle(a), fullTitle(b)];
  const alike = dice(one, two);
  const odd = oddWords(wordsOf(one), wordsOf(two));
  const bareSame = (isBare(a) || isBare(b)) && a.title === b.title;
  return {
    titleAlike: alike,
    titleVeryAlike: Math.max(0, (alike - 0.8) * 5),
    titleMainAlike: dice(a.title, b.title),
    titleWords: containment(one, two),
    titleStart: commonStart(one, two),
    titleSame: on(one === two),
    titleLong: one === two ? Math.min(1, wordsOf(one).length / 12) : 0,
    titleOddWord: on(odd > 0),
    titleOddWords: Math.min(1, Math.max(0, odd - 1) / 3),
    titleEndDiffer: on(differ(a.titleEnd, b.titleEnd) && dice(a.titleEnd ?? '', b.titleEnd ?? '') < 0.6),
    bareSame: on(bareSame),
    bareLong: bareSame ? Math.min(1, a.title.length / 60) : 0,
    ...numbersOf(one, two),
    ...partsOf(a, b),
  };
};
