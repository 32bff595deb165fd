import type { MatchFeatures } from '../matching/features.ts';
import { likelihood, verdictOf } from '../matching/same-manifestation.ts';
import { type Ruling, rulingOn } from '../union/record-decisions.ts';

/** Two source records of which the matcher cannot say whether they are one title: a person should look. The ids in order. */
export type PossibleDuplicate = { one: string; two: string; score: number };

/** Of one record so many doubts are listed, the likeliest: a person who settles these has seen the title. */
const MOST_POSSIBLE_DUPLICATES = 5;

type Compared = { sourceId: string; features: MatchFeatures };

/** What a record's comparison with others came to: those that match, and those in doubt on which nobody ruled. */
export const compared = <C extends Compared>(
  one: Compared & { rulings?: readonly Ruling[] | undefined },
  others: readonly C[],
): { same: C[]; possibleDuplicates: PossibleDuplicate[] } => {
  const same: C[] = [];
  const possibleDuplicates: PossibleDuplicate[] = [];
  for (const other of others) {
    const score = likelihood(one.features, other.features);
    const verdict = verdictOf(score);
    if (verdict === 'same') same.push(other);
    if (verdict === 'ask' && rulingOn(one, other.sourceId) === undefined) {
      const [first = '', second = ''] = [one.sourceId, other.sourceId].sort();
      possibleDuplicates.push({ one: first, two: second, score });
    }
  }
  return {
    same,
    possibleDuplicates: possibleDuplicates.sort((a, b) => b.score - a.score).slice(0, MOST_POSSIBLE_DUPLICATES),
  };
};
