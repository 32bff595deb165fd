import { commonDivisor } from './fraction.ts';
import { totalWeight, type Weights } from './weights.ts';

/** The largest table of sums that is counted, members × total: about a tenth of a second. */
const MOST_WORK = 4_000_000n;

/** Returns how many sets of members have each sum of weights, from 0 to the total. */
const setsBySum = (weights: readonly number[], total: number): bigint[] => {
  const sets = new Array<bigint>(total + 1).fill(0n);
  sets[0] = 1n;
  let highest = 0;
  for (const weight of weights) {
    highest += weight;
    for (let sum = highest; sum >= weight; sum -= 1) sets[sum] = (sets[sum] ?? 0n) + (sets[sum - weight] ?? 0n);
  }
  return sets;
};

/** Returns the sets of the others: those of all members, without each set that has the member. */
const setsWithout = (sets: readonly bigint[], weight: number): bigint[] => {
  const others: bigint[] = [];
  for (const [sum, count] of sets.entries()) others.push(count - (sum >= weight ? (others[sum - weight] ?? 0n) : 0n));
  return others;
};

/**
 * Returns the Banzhaf count of each member: how many sets of the others carry a motion with its vote and not without it, where more than
 * half of all weight carries. Undefined where the weights have no common unit large enough to count with.
 */
export const votingPower = (given: Weights): Map<string, bigint> | undefined => {
  const unit = [...given.weights.values()].reduce(commonDivisor, 0n);
  const whole = unit === 0n ? 0n : totalWeight(given) / unit;
  if (whole === 0n || whole * BigInt(given.weights.size) > MOST_WORK) return undefined;
  const total = Number(whole);
  const units = [...given.weights].map(([member, weight]) => [member, Number(weight / unit)] as const);
  const sets = setsBySum(
    units.map(([, weight]) => weight),
    total,
  );
  const swingsOf = (weight: number): bigint =>
    weight === 0
      ? 0n
      : setsWithout(sets, weight).reduce(
          (swings, count, sum) => (2 * sum <= total && 2 * (sum + weight) > total ? swings + count : swings),
          0n,
        );
  return new Map(units.map(([member, weight]) => [member, swingsOf(weight)]));
};
