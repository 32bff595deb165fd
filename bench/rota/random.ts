const SCALE = 4_294_967_296;

/** Mixes two 32-bit numbers into one (the finaliser of MurmurHash3): similar inputs give very different results. */
const mix = (one: number, other: number): number => {
  let h = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h + 0x6d2b79f5, 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
};

const hashOf = (name: string): number =>
  [...name].reduce((hash, letter) => mix(hash, letter.charCodeAt(0)), name.length);

/** Random numbers by name: the same name and numbers give the same share from 0 to 1, in any order of calls. */
export type Chance = (name: string, ...numbers: number[]) => number;

/**
 * Returns the random numbers of a seed. With them policies are compared under equal conditions: whether a library finds a copy for a
 * request depends neither on earlier draws nor on the libraries asked before.
 */
export const chanceOf = (seed: number): Chance => {
  const names = new Map<string, number>();
  return (name, ...numbers) => {
    const known = names.get(name) ?? mix(seed, hashOf(name));
    names.set(name, known);
    let mixed = known;
    for (const number of numbers) mixed = mix(mixed, number);
    return mixed / SCALE;
  };
};

/** Returns a standard normal value from two shares (Box and Muller). */
const normal = (one: number, other: number): number =>
  Math.sqrt(-2 * Math.log(1 - one)) * Math.cos(2 * Math.PI * other);

/** Returns a value whose logarithm is normal: takes its median, the spread of the logarithm, and two shares. */
export const logNormal = (median: number, spread: number, one: number, other: number): number =>
  median * Math.exp(spread * normal(one, other));

/** Returns the first index whose running total is greater than a share from 0 to 1. */
export const pick = (totals: Float64Array, share: number): number => {
  const wanted = share * (totals.at(-1) ?? 0);
  let [low, high] = [0, totals.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Returns running totals of weights. */
export const totalsOf = (weights: ArrayLike<number>): Float64Array => {
  const totals = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) {
    sum += weights[i] ?? 0;
    totals[i] = sum;
  }
  return totals;
};
