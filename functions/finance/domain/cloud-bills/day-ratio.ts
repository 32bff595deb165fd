import type { Exact } from '../../../../layers/kernel/money/exact.ts';

/** A ratio of 1, of billed over metered: ratios are in 1e-12. */
export const ONE = 10n ** 12n;

/** A difference below a hundredth of a cent is rounding and needs no explanation. */
export const FLOOR = 10n ** 8n;

/**
 * A day counts when it differs by at least a two-thousandth of its month, a sixtieth of an average day: a request at midnight may be on
 * one day here and on the next in the bill.
 */
export const DAY_FLOOR = 2000n;

/** The metered and the billed value, by cost or, when a unit's price changes within the month, by quantity. */
export type Values = { mine: bigint; theirs: bigint };
/** A day of a meter. */
export type Day = Values & { day: string };

/** How days are judged: the worth of a difference, the month's cost, and the tolerance in thousandths. */
export type Scale = { worth: (difference: bigint, ratio: bigint) => Exact; month: Exact; per: bigint };

export const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** Compares two integers for sorting. */
export const ascending = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0);

/** Returns the values of several days together. */
export const together = (days: readonly Day[]): Values => ({
  mine: days.reduce((sum, { mine }) => sum + mine, 0n),
  theirs: days.reduce((sum, { theirs }) => sum + theirs, 0n),
});

/** Returns what is billed beyond the metered value at a ratio. */
export const beyond = ({ mine, theirs }: Values, ratio: bigint): bigint => theirs - (mine * ratio) / ONE;

/** Returns billed over metered; 0 when nothing was metered. */
export const ratioOf = ({ mine, theirs }: Values): bigint => (mine > 0n ? (theirs * ONE) / mine : 0n);

/** Returns the median ratio of the days with use: a few differing days do not change it, a general price change does. */
export const usualRatio = (days: readonly Day[]): bigint => {
  const ratios = days
    .filter(({ mine }) => mine > 0n)
    .map(ratioOf)
    .toSorted(ascending);
  const half = ratios.length >> 1;
  const upper = ratios[half] ?? ONE;
  if (ratios.length % 2 === 1) return upper;
  const lower = ratios[half - 1] ?? upper;
  return (upper + lower) / 2n;
};

/** Returns whether values differ from a ratio by more than the tolerance, by more than `floor`, and by enough of the month to count. */
export const differs = (values: Values, ratio: bigint, { worth, month, per }: Scale, floor = FLOOR): boolean => {
  const difference = absolute(worth(beyond(values, ratio), ratio));
  const expected = worth((values.mine * ratio) / ONE, ratio);
  const isBeyondTolerance = difference * 1000n > expected * per;
  return isBeyondTolerance && difference > floor && difference * DAY_FLOOR >= month;
};
