import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';

const ONE = 10n ** 12n;
/** A difference below a hundredth of a cent is rounding and needs no explanation. */
export const FLOOR = 10n ** 8n;
/**
 * A day counts when it differs by at least a two-thousandth of its month, a sixtieth of an average day: a request at midnight may be on
 * one day here and on the next in the bill.
 */
export const DAY_FLOOR = 2000n;
/** More days than this are reported as one difference of the meter. */
const MOST_DAYS = 5;

export const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** A day of a meter: the metered and the billed value, by cost or, when a unit's price changes within the month, by quantity. */
export type Day = { day: string; mine: bigint; theirs: bigint };

/** How days are judged: the worth of a difference, the month's cost, and the tolerance in thousandths. */
export type Scale = { worth: (difference: bigint, ratio: bigint) => Exact; month: Exact; per: bigint };

/** Differing days, reported as one when `until` is set; with the `difference`. */
export type DaysOff = { day: string; until?: string; difference: Exact };

type Days = readonly Day[];
type Parted = { run: Days; rest: Days };

const sumOf = (days: Days, of: (day: Day) => bigint): bigint => days.reduce((sum, day) => sum + of(day), 0n);
const minus = ({ mine, theirs }: Omit<Day, 'day'>, ratio: bigint): bigint => theirs - (mine * ratio) / ONE;

const together = (days: Days): Omit<Day, 'day'> => ({
  mine: sumOf(days, ({ mine }) => mine),
  theirs: sumOf(days, ({ theirs }) => theirs),
});

/** Returns billed over metered of several days together, in 1e-12. */
const ratioOf = (days: Days): bigint => {
  const { mine, theirs } = together(days);
  return mine > 0n ? (theirs * ONE) / mine : 0n;
};

/** Returns the median of billed over metered by day, in 1e-12: a few differing days do not change it, a general price change does. */
const usualRatio = (days: Days): bigint => {
  const ratios = days
    .flatMap(({ mine, theirs }) => (mine > 0n ? [(theirs * ONE) / mine] : []))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const half = ratios.length >> 1;
  const upper = ratios[half] ?? ONE;
  return ratios.length % 2 === 1 ? upper : (upper + (ratios[half - 1] ?? upper)) / 2n;
};

/** Returns whether a day, or days together, differ by more than the tolerance and the floor of a day. */
const isOff = (day: Omit<Day, 'day'>, ratio: bigint, { worth, month, per }: Scale, floor = FLOOR): boolean => {
  const size = absolute(worth(minus(day, ratio), ratio));
  const within = size * 1000n <= worth((day.mine * ratio) / ONE, ratio) * per;
  return !within && size > floor && size * DAY_FLOOR >= month;
};

/** Differences too small to report still distinguish days. */
const areAlike = (days: Days, scale: Scale): boolean => {
  const ratio = ratioOf(days);
  return ratio > 0n && !days.some((day) => isOff(day, ratio, scale, 0n));
};

/** Returns the spread of the days of both parts around their own ratio: smallest where the price changed. */
const spreadOf = (parts: readonly Days[]): bigint =>
  parts.reduce((sum, days) => {
    const ratio = ratioOf(days);
    return sum + sumOf(days, (day) => minus(day, ratio) ** 2n);
  }, 0n);

/** Of two halves the one closer to the metered values is normal, the other differs. */
const isNearer = (one: Days, other: Days): boolean => absolute(ratioOf(one) - ONE) <= absolute(ratioOf(other) - ONE);

/** Returns the possible price changes within the month: all days before are alike, and all after. */
const steps = (days: Days, scale: Scale): Parted[] =>
  days.flatMap((_, at): Parted[] => {
    const [before, after] = [days.slice(0, at), days.slice(at)];
    if (![before, after].every((half) => half.length > 1 && areAlike(half, scale))) return [];
    return [isNearer(before, after) ? { run: after, rest: before } : { run: before, rest: after }];
  });

/** Returns runs of consecutive days that differ by one ratio while the others are alike. */
const runs = (days: Days, off: Days, scale: Scale): Parted[] => {
  const others = days.filter((day) => !off.includes(day));
  const first = days.findIndex((day) => off.includes(day));
  const isInARow = off.length > 1 && off.every((day, at) => days[first + at] === day);
  return isInARow && areAlike(off, scale) ? [{ run: off, rest: others }] : [];
};

/** Returns the days that differ as one: of all partitions the one with the most uniform parts. */
const partedOf = (days: Days, off: Days, scale: Scale): Parted | undefined => {
  const [best] = [...steps(days, scale), ...runs(days, off, scale)]
    .map((parted) => ({ parted, spread: spreadOf([parted.run, parted.rest]) }))
    .toSorted((a, b) => (a.spread < b.spread ? -1 : a.spread > b.spread ? 1 : 0));
  return best && isOff(together(best.parted.run), ratioOf(best.parted.rest), scale) ? best.parted : undefined;
};

const asOne = (days: Days, ratio: bigint, { worth }: Scale): DaysOff[] => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  return [{ day: first.day, until: last.day, difference: worth(minus(together(days), ratio), ratio) }];
};

/**
 * Returns the days of a meter that differ from its other days: a price change from a day on, or on consecutive days, or more than five
 * days are one difference with its first and last day; others are reported individually. Days without use on either side are ignored.
 */
export const findDays = (all: Days, scale: Scale): DaysOff[] => {
  const days = all.filter(({ mine, theirs }) => mine !== 0n || theirs !== 0n).toSorted((a, b) => byId(a.day, b.day));
  const usual = usualRatio(days);
  if (usual <= 0n) return [];
  const off = days.filter((day) => isOff(day, usual, scale));
  const parted = partedOf(days, off, scale);
  if (parted) return asOne(parted.run, ratioOf(parted.rest), scale);
  if (off.length > MOST_DAYS) return asOne(off, usual, scale);
  return off.map((day) => ({ day: day.day, difference: scale.worth(minus(day, usual), usual) }));
};
