import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';
import { alike, type Comparison, equal, on, once } from './signals.ts';
import { containment, dice, oddWords, oddWordsIn } from './similarity.ts';

const everyone = (one: MatchFeatures): string | undefined => {
  const all = [one.author, one.others, one.by].filter((names) => names !== undefined);
  return all.length === 0 ? undefined : all.join(' ');
};

// The main entry of one record is often an added entry of the other, or only in its statement of responsibility.
const isFoundIn = (a: MatchFeatures, others: string): boolean => {
  const name = wordsOf(a.author ?? '')[0];
  return name !== undefined && wordsOf(others).includes(name);
};

const everyWord = (one: MatchFeatures): string[] =>
  wordsOf([everyone(one), one.title, one.rest].filter((text) => text !== undefined).join(' '));

/** Returns the number of words of each main entry that the other record lacks, on the side with fewer: congresses and committees. */
const oddInAuthors = (a: MatchFeatures, b: MatchFeatures): number | undefined =>
  alike(a.author, b.author, (one, two) =>
    one === two ? 0 : Math.min(oddWordsIn(wordsOf(one), everyWord(b)), oddWordsIn(wordsOf(two), everyWord(a))),
  );

const oddInStatements = (one: string, two: string): number => oddWords(wordsOf(one), wordsOf(two));

/** Compares the statements of responsibility and names of two records. */
export const compareNames = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [one, two] = [everyone(a), everyone(b)];
  const stated = one !== undefined && two !== undefined && (a.author ?? b.author) !== undefined;
  return {
    authorAlike: alike(a.author, b.author, dice),
    authorFound: stated ? on(isFoundIn(a, two) || isFoundIn(b, one)) : undefined,
    authorOnce: on(once(a.author, b.author)),
    namesAlike: alike(one, two, containment),
    responsibilityAlike: alike(a.by, b.by, containment),
    addedNamesAlike: alike(a.others, b.others, containment),
    bornSame: equal(a.born, b.born),
    authorOddBoth: oddInAuthors(a, b),
    responsibilityOdd: alike(a.by, b.by, oddInStatements),
  };
};
