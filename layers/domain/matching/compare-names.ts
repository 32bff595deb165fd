import type { MatchFeatures } from './features.ts';
import { wordsOf } from './fold.ts';
import { type Comparison, differ, on, once } from './signals.ts';
import { containment, dice } from './similarity.ts';

const everyone = (one: MatchFeatures): string =>
  [one.author, one.others, one.by].filter((names) => names !== undefined).join(' ');

const firstWord = (text: string | undefined): string | undefined => wordsOf(text ?? '')[0];

// The main entry of one record is often an added entry, or only in the statement of responsibility, of the other.
const isFoundIn = (a: MatchFeatures, b: MatchFeatures): boolean => {
  const name = firstWord(a.author);
  return name !== undefined && wordsOf(everyone(b)).includes(name);
};

/** Compares who two records say is responsible. */
export const compareNames = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [one, two] = [everyone(a), everyone(b)];
  const alike = containment(one, two);
  const found = isFoundIn(a, b) || isFoundIn(b, a);
  const silent = one === '' || two === '';
  return {
    authorAlike: dice(a.author ?? '', b.author ?? ''),
    authorWords: containment(a.author ?? '', b.author ?? ''),
    authorFirstDiffer: on(differ(firstWord(a.author), firstWord(b.author))),
    authorOnce: on(once(a.author, b.author)),
    authorFound: on(found),
    byAlike: containment(a.by ?? '', b.by ?? ''),
    bySilent: on(a.by === undefined || b.by === undefined),
    namesAlike: alike,
    namesSilent: on(silent),
    namesDiffer: on(!silent && !found && alike <= 0.5),
  };
};
