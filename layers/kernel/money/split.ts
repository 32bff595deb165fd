/** Compares ids for ties by code unit, the same on every machine and locale. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sumOfWeights = (weights: readonly bigint[], nameOf: (at: number) => string): bigint => {
  let sum = 0n;
  for (const [at, weight] of weights.entries()) {
    if (weight < 0n) throw new RangeError(`The weight of ${nameOf(at)} is negative`);
    sum += weight;
  }
  return sum;
};

/** Returns the indexes of the largest remainders, as many as units are left; ties by name. */
const largest = (remainders: readonly bigint[], left: number, nameOf: (at: number) => string): number[] => {
  if (left === 0) return [];
  const places = remainders.map((_, at) => at);
  const remainder = (at: number): bigint => remainders[at] ?? 0n;
  places.sort((a, b) => {
    const [one, other] = [remainder(a), remainder(b)];
    return one === other ? byId(nameOf(a), nameOf(b)) : one > other ? -1 : 1;
  });
  return places.slice(0, left);
};

/**
 * Applies `splitExactly` to a row of weights, each named for ties by its index; the parts have the same order. For very large splits,
 * where a map of each would cost more than the split.
 */
export const splitRow = (total: bigint, weights: readonly bigint[], nameOf: (at: number) => string): bigint[] => {
  const sum = sumOfWeights(weights, nameOf);
  if (total === 0n) return weights.map(() => 0n);
  if (sum === 0n) throw new RangeError('Nothing to split by: every weight is zero');
  const whole = total < 0n ? -total : total;
  let left = whole;
  const remainders: bigint[] = [];
  const parts = weights.map((weight) => {
    const ideal = whole * weight;
    const floor = ideal / sum;
    remainders.push(ideal - floor * sum);
    left -= floor;
    return floor;
  });
  for (const at of largest(remainders, Number(left), nameOf)) parts[at] = (parts[at] ?? 0n) + 1n;
  return total < 0n ? parts.map((part) => -part) : parts;
};

/**
 * Splits a whole by weights so that the parts sum to it exactly (largest remainder, Hamilton). Each part is within one unit of its
 * ideal; ties are resolved by id; a negative whole is split as its absolute value, so that a credit note mirrors its invoice; a weight
 * of zero gets zero. The order of the weights does not matter. Throws a RangeError on a negative weight, or when a non-zero whole has
 * only zero weights.
 */
export const splitExactly = (total: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> => {
  const ids = [...weights.keys()];
  const parts = splitRow(total, [...weights.values()], (at) => ids[at] ?? '');
  return new Map(ids.map((id, at) => [id, parts[at] ?? 0n]));
};

/** `splitExactly` for integer minor units and integer weights as numbers: 10001 by 50/30/19 is 5051/3031/1919. */
export const splitByLargestRemainder = (total: number, weights: ReadonlyMap<string, number>): Map<string, number> => {
  const exact = new Map([...weights].map(([id, weight]) => [id, BigInt(weight)]));
  return new Map([...splitExactly(BigInt(total), exact)].map(([id, share]) => [id, Number(share)]));
};
