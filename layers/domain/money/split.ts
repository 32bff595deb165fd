/** Ids in the order in which ties are broken: by code unit, the same on every machine and locale. */
export const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Part = { id: string; floor: bigint; remainder: bigint };

const partsOf = (total: bigint, weights: ReadonlyMap<string, bigint>, sum: bigint): Part[] =>
  [...weights].map(([id, weight]) => ({ id, floor: (total * weight) / sum, remainder: (total * weight) % sum }));

const byRemainder = (a: Part, b: Part): number =>
  a.remainder === b.remainder ? byId(a.id, b.id) : a.remainder > b.remainder ? -1 : 1;

const sumOfWeights = (weights: ReadonlyMap<string, bigint>): bigint => {
  let sum = 0n;
  for (const [id, weight] of weights) {
    if (weight < 0n) throw new RangeError(`The weight of ${id} is negative`);
    sum += weight;
  }
  return sum;
};

/**
 * Splits a whole by weights so that the parts sum to it exactly (largest remainder, Hamilton; finance.md section 7).
 * Each part is within one unit of its ideal; ties go by id; a negative whole is split as its absolute value, so a
 * credit note mirrors its invoice; a weight of zero gets zero. The order of the weights does not matter.
 * Throws a RangeError on a negative weight, or when a whole other than zero meets no weight at all.
 */
export const splitExactly = (total: bigint, weights: ReadonlyMap<string, bigint>): Map<string, bigint> => {
  const sum = sumOfWeights(weights);
  if (total === 0n) return new Map([...weights.keys()].map((id) => [id, 0n]));
  if (sum === 0n) throw new RangeError('Nothing to split by: every weight is zero');
  const sign = total < 0n ? -1n : 1n;
  const parts = partsOf(total * sign, weights, sum);
  let left = total * sign - parts.reduce((taken, part) => taken + part.floor, 0n);
  const shares = new Map([...weights.keys()].map((id) => [id, 0n]));
  for (const { id, floor } of parts) shares.set(id, floor * sign);
  for (const { id, floor } of left > 0n ? parts.toSorted(byRemainder) : []) {
    if (left === 0n) break;
    shares.set(id, (floor + 1n) * sign);
    left -= 1n;
  }
  return shares;
};

/** `splitExactly` for integer minor units and integer weights as numbers: 10001 by 50/30/19 is 5051/3031/1919. */
export const splitByLargestRemainder = (total: number, weights: ReadonlyMap<string, number>): Map<string, number> => {
  const exact = new Map([...weights].map(([id, weight]) => [id, BigInt(weight)]));
  return new Map([...splitExactly(BigInt(total), exact)].map(([id, share]) => [id, Number(share)]));
};
