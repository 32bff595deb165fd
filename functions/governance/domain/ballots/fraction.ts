import * as z from 'zod';

/**
 * A fraction as bylaws write it, such as two-thirds. A percentage that stands for a fraction is entered as that fraction: 66 % is not
 * two-thirds.
 */
export const fractionSchema = z
  .strictObject({ numerator: z.int().min(1).max(1_000_000), denominator: z.int().min(1).max(1_000_000) })
  .refine(({ numerator, denominator }) => numerator <= denominator, {
    error: 'The fraction is at most the whole.',
    path: ['numerator'],
  });
export type Fraction = z.infer<typeof fractionSchema>;

/** Returns the largest number that divides both; of 0 and another number the other one. */
export const commonDivisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one : commonDivisor(other, one % other);

/** How a count is compared with a fraction of its base. Half plus one is half of the base, plus one, rounded up. */
export const comparisons = ['at-least', 'more-than', 'plus-one'] as const;
export type Comparison = (typeof comparisons)[number];

/** Returns whether `count` is at least, or more than, a fraction of `base`, in the same unit. Exact: it multiplies crosswise. */
export const reaches = (
  count: bigint,
  { of: { numerator, denominator }, compare }: { of: Fraction; compare: Comparison },
  base: bigint,
  one = 1n,
): boolean => {
  const [left, right] = [count * BigInt(denominator), base * BigInt(numerator)];
  if (compare === 'at-least') return left >= right;
  if (compare === 'more-than') return left > right;
  return left >= right + one * BigInt(denominator);
};

/** Returns the smallest number of votes, or of members, that reaches a fraction of `base`. */
export const needed = (threshold: { of: Fraction; compare: Comparison }, base: bigint): bigint => {
  const { numerator, denominator } = threshold.of;
  const product = base * BigInt(numerator);
  const up = (product + BigInt(denominator) - 1n) / BigInt(denominator);
  if (threshold.compare === 'at-least') return up;
  return threshold.compare === 'plus-one' ? up + 1n : product / BigInt(denominator) + 1n;
};

const familiar: readonly Fraction[] = [
  ...[1, 2].map((numerator) => ({ numerator, denominator: 3 })),
  ...[1, 5].map((numerator) => ({ numerator, denominator: 6 })),
];

/**
 * Returns the fraction that a typed percentage most likely stands for, where the two differ: two-thirds for 66, 66.6 or 66.67.
 * Undefined for a percentage that is exact, such as 75.
 */
export const meantBy = (percentage: string): Fraction | undefined => {
  const typed = Number(percentage);
  return familiar.find(({ numerator, denominator }) => Math.abs((100 * numerator) / denominator - typed) < 0.7);
};
