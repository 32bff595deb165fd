import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';

const ONE = 10n ** 12n;
/** What is less than a hundredth of a cent of the currency is nothing that a person should explain: it is rounding. */
export const FLOOR = 10n ** 8n;
/**
 * A day counts when it is off by a two-thousandth of its month or more, a sixtieth of an average day: a request at midnight
 * stands on one day with us and on the next in the bill.
 */
export const DAY_FLOOR = 2000n;
/** More days than these are one difference of the meter: nobody explains each. */
const MOST_DAYS = 5;

export const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** A day of a meter: what was metered and what is billed, by cost or, where a unit's price changes within the month, by quantity. */
export type Day = { day: string; mine: bigint; theirs: bigint };

/** How days are judged: what a difference is worth, the month's cost, and how many thousandths are tolerated. */
export type Scale = { worth: (difference: bigint, ratio: bigint) => Exact; month: Exact; per: bigint };

/** Days that are off, named as one where `until` is said; of what `difference`. */
export type DaysOff = { day: string; until?: string; difference: Exact };

type Days = readonly Day[];
type Parted = { run: Days; rest: Days };

const sumOf = (days: Days, of: (day: Day) => bigint): bigint => days.reduce((sum, day) => sum + of(day), 0n);
const minus = ({ mine, theirs }: Omit<Day, 'day'>, ratio: bigint): bigint => theirs - (mine * ratio) / ONE;

const together = (days: Days): Omit<Day, 'day'> => ({
  mine: sumOf(days, ({ mine }) => mine),
  theirs: sumOf(days, ({ theirs }) => theirs),
});

/** Billed over metered of days together, in 1e-12. */
const ratioOf = (days: Days): bigint => {
  const { mine, theirs } = together(days);
  return mine > 0n ? (theirs * ONE) / mine : 0n;
};

/** Billed over metered on the day in the middle, in 1e-12: a few days that are off do not move it, and all dearer alike does. */
const usualRatio = (days: Days): bigint => {
  const ratios = days
    .flatMap(({ mine, theirs }) => (mine > 0n ? [(theirs * ONE) / mine] : []))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const half = ratios.length >> 1;
  const upper = ratios[half] ?? ONE;
  return ratios.length % 2 === 1 ? upper : (upper + (ratios[half - 1] ?? upper)) / 2n;
};

/** Whether a day, or days together, are off by more than is tolerated and than a day's floor. */
const isOff = (day: Omit<Day, 'day'>, ratio: bigint, { worth, month, per }: Scale, floor = FLOOR): boolean => {
  const size = absolute(worth(minus(day, ratio), ratio));
  const within = size * 1000n <= worth((day.mine * ratio) / ONE, ratio) * per;
  return !within && size > floor && size * DAY_FLOOR >= month;
};

/** What is too little to be named tells days apart all the same. */
const areAlike = (days: Days, scale: Scale): boolean => {
  const ratio = ratioOf(days);
  return ratio > 0n && !days.some((day) => isOff(day, ratio, scale, 0n));
};

/** How far the days of both parts lie from their own ratio: the least where the price changed. */
const spreadOf = (parts: readonly Days[]): bigint =>
  parts.reduce((sum, days) => {
    const ratio = ratioOf(days);
    return sum + sumOf(days, (day) => minus(day, ratio) ** 2n);
  }, 0n);

/** Of two halves the one that is as it was metered stays, the other is off. */
const isNearer = (one: Days, other: Days): boolean => absolute(ratioOf(one) - ONE) <= absolute(ratioOf(other) - ONE);

/** Where a price may have changed within the month: all days before it are alike, and all after. */
const steps = (days: Days, scale: Scale): Parted[] =>
  days.flatMap((_, at): Parted[] => {
    const [before, after] = [days.slice(0, at), days.slice(at)];
    if (![before, after].every((half) => half.length > 1 && areAlike(half, scale))) return [];
    return [isNearer(before, after) ? { run: after, rest: before } : { run: before, rest: after }];
  });

/** Days in a row that are off by one ratio, the others being alike. */
const runs = (days: Days, off: Days, scale: Scale): Parted[] => {
  const others = days.filter((day) => !off.includes(day));
  const first = days.findIndex((day) => off.includes(day));
  const isInARow = off.length > 1 && off.every((day, at) => days[first + at] === day);
  return isInARow && areAlike(off, scale) ? [{ run: off, rest: others }] : [];
};

/** The days that are off as one: of all ways to part them the one whose parts are most alike. */
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
 * The days of a meter that are not as its other days: a price that changed from a day on, or on days in a row, and more than five
 * days are one difference with its first and last day; others are each its own. Days without use on either side are left out.
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
