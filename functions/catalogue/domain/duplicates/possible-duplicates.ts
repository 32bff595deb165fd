import type { MatchFeatures } from '../matching/features.ts';
import type { MatchRules } from '../matching/match-rules.ts';
import { likelihood, verdictOf } from '../matching/same-manifestation.ts';
import { type Ruling, rulingOn } from '../union/record-decisions.ts';

/** Two source records on which the matcher is uncertain, for staff to examine. The ids are sorted. */
export type PossibleDuplicate = { one: string; two: string; score: number };

/** The most pairs listed per record, the likeliest first: who settles these has examined the title. */
const MOST_POSSIBLE_DUPLICATES = 5;

type Compared = { sourceId: string; features: MatchFeatures };

/** Returns the result of comparing a record with others by the rules: the matches, and the uncertain pairs without a ruling. */
export const compared = <C extends Compared>(
  one: Compared & { rulings?: readonly Ruling[] | undefined },
  others: readonly C[],
  rules: MatchRules,
): { same: C[]; possibleDuplicates: PossibleDuplicate[] } => {
  const same: C[] = [];
  const possibleDuplicates: PossibleDuplicate[] = [];
  for (const other of others) {
    const score = likelihood(one.features, other.features, rules);
    const verdict = verdictOf(score, rules);
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
