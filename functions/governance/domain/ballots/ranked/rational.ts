import { commonDivisor } from '../fraction.ts';

/** An exact fraction of votes, in lowest terms. */
export type Rational = { n: bigint; d: bigint };

/** Returns n/d in lowest terms, for d > 0. */
export const rational = (n: bigint, d = 1n): Rational => {
  const by = commonDivisor(n < 0n ? -n : n, d) || 1n;
  return { n: n / by, d: d / by };
};
export const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
export const timesRational = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** Divides by a fraction above zero. */
export const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
/** Returns a negative number, zero or a positive number, as a is less than, equal to or greater than b. */
export const compareRational = (a: Rational, b: Rational): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
