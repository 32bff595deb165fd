import type { Fraction } from './fraction.ts';

/** The number of decimals that a weight may have. */
export const WEIGHT_DECIMALS = 6;
const SCALE = 10n ** BigInt(WEIGHT_DECIMALS);
const WEIGHT = /^(\d{1,9})(?:\.(\d{1,6}))?$/;

/** A member's weight in millionths, or in the smaller unit of weights that a cap divided. */
export type Weight = bigint;

/** Parses the decimal text of a weight, such as '33.4'. Throws a RangeError on any other text. */
export const parseWeight = (text: string): Weight => {
  const [, whole, decimals = ''] = WEIGHT.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`Not a weight of at most ${WEIGHT_DECIMALS} decimals: ${text}`);
  return BigInt(whole) * SCALE + BigInt(decimals.padEnd(WEIGHT_DECIMALS, '0'));
};

const sum = (weights: Iterable<Weight>): Weight => {
  let total = 0n;
  for (const weight of weights) total += weight;
  return total;
};

/** Weights in units of 1/`unit` of a vote. */
export type Weights = { weights: ReadonlyMap<string, Weight>; unit: bigint };

/** Returns what the members' weights are as exact integers, of a millionth each. */
export const exactWeights = (texts: Iterable<readonly [string, string]>): Weights => ({
  weights: new Map([...texts].map(([member, text]) => [member, parseWeight(text)])),
  unit: SCALE,
});

/**
 * Limits each weight to a fraction of the total after the limit. The heaviest members share the limit: with `k` of them limited to the
 * fraction c, the total is the weight of the others divided by 1 - k × c. Where the limit leaves nobody unlimited, all weigh the same.
 */
export const capWeights = ({ weights, unit }: Weights, { numerator, denominator }: Fraction): Weights => {
  const falling = [...weights].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  for (let limited = 0; limited < falling.length; limited += 1) {
    const rest = sum(falling.slice(limited).map(([, weight]) => weight));
    const share = d - BigInt(limited) * n;
    if (share <= 0n) break;
    const heaviest = falling[limited]?.[1] ?? 0n;
    // The limit is rest × n / share; all weights are multiplied by `share`, so that it is whole.
    if (heaviest * share > rest * n) continue;
    return {
      weights: new Map(falling.map(([member, weight], place) => [member, place < limited ? rest * n : weight * share])),
      unit: unit * share,
    };
  }
  return { weights: new Map(falling.map(([member]) => [member, 1n])), unit: 1n };
};

/** Returns the sum of all weights. */
export const totalWeight = ({ weights }: Weights): Weight => sum(weights.values());

/** One step of a formula of weights: a figure of the member, and how many votes it adds. */
export type WeightFormula = {
  figure: string;
  /** The votes of each member before its figure counts. */
  base: number;
  /** One vote more for each full number of these. */
  per: number;
  most: number;
};

/** Returns the votes of a member by a formula, "1 + one per full 10,000, at most 5". */
export const votesByFormula = ({ base, per, most }: WeightFormula, figure: number): number =>
  Math.min(most, base + Math.floor(figure / per));

/** Returns the first band whose upper limit the figure does not exceed; a band without a limit has all that is larger. */
export const bandOf = <B extends { name: string; upTo?: number }>(bands: readonly B[], figure: number): B | undefined =>
  bands.find(({ upTo }) => upTo === undefined || figure <= upTo);
