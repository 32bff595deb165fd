import type { Weights } from './weights.ts';

/** Above this number of sums the table is not built, and the ballot is refused as one that may reveal votes. */
const MOST_SUMS = 1_000_000;

/**
 * Returns whether weights keep votes secret: each sum of votes in favour, except none and all, must have at least two explanations.
 * Weights of 40, 25, 20, 10, 3 and 2 do not: 52 can only be 40, 10 and 2.
 */
export const keepsSecret = ({ weights }: Weights): boolean => {
  let explanations = new Map<bigint, number>([[0n, 1]]);
  for (const weight of weights.values()) {
    const next = new Map(explanations);
    for (const [sum, count] of explanations) {
      // Two explanations are enough to know.
      next.set(sum + weight, Math.min(2, (next.get(sum + weight) ?? 0) + count));
    }
    if (next.size > MOST_SUMS) return false;
    explanations = next;
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0n);
  return [...explanations].every(([sum, count]) => sum === 0n || sum === all || count > 1);
};

/** The fewest voters that the bylaws may allow in a secret ballot. */
const FEWEST_SECRET_VOTERS = 3;

/** Returns why a secret ballot cannot be held with a list of voters; undefined when it can. */
export const secrecyFault = (weights: Weights, fewest: number): 'too-few-voters' | 'weights-reveal' | undefined => {
  if (weights.weights.size < Math.max(fewest, FEWEST_SECRET_VOTERS)) return 'too-few-voters';
  return keepsSecret(weights) ? undefined : 'weights-reveal';
};
