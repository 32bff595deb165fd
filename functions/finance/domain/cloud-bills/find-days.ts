import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import {
  absolute,
  ascending,
  beyond,
  type Day,
  differs,
  ONE,
  ratioOf,
  type Scale,
  together,
  usualRatio,
} from './day-ratio.ts';

/** More days than this are reported as one difference of the meter. */
const MOST_DAYS = 5;

/** Differing days, reported as one when `until` is set; with the `difference`. */
export type DaysOff = { day: string; until?: string; difference: Exact };

type Days = readonly Day[];

/** The days of a month in two parts: those that differ together, and the usual ones. */
type Parts = { differing: Days; usual: Days };

/** Returns whether no day differs from the ratio of all: even differences too small to report distinguish days. */
const areAlike = (days: Days, scale: Scale): boolean => {
  const ratio = ratioOf(together(days));
  return ratio > 0n && !days.some((day) => differs(day, ratio, scale, 0n));
};

/** Returns how far the ratio of several days is from what was metered. */
const distanceFromMetered = (days: Days): bigint => absolute(ratioOf(together(days)) - ONE);

/** Returns the month parted at a day, when all days before it are alike and all from it on: the half nearer to the meter is usual. */
const partedAt = (days: Days, at: number, scale: Scale): Parts | undefined => {
  const before = days.slice(0, at);
  const after = days.slice(at);
  const isPriceChange = [before, after].every((half) => half.length > 1 && areAlike(half, scale));
  if (!isPriceChange) return undefined;
  const isBeforeUsual = distanceFromMetered(before) <= distanceFromMetered(after);
  return isBeforeUsual ? { differing: after, usual: before } : { differing: before, usual: after };
};

/** Returns the differing days apart from the others, when they follow one another and are alike. */
const consecutive = (days: Days, off: Days, scale: Scale): Parts | undefined => {
  const first = days.findIndex((day) => off.includes(day));
  const areConsecutive = off.every((day, at) => days[first + at] === day);
  if (off.length < 2 || !areConsecutive || !areAlike(off, scale)) return undefined;
  return { differing: off, usual: days.filter((day) => !off.includes(day)) };
};

/** Returns the sum of the squared distances of days from the ratio of all: smallest for days of one price. */
const spreadOf = (days: Days): bigint => {
  const ratio = ratioOf(together(days));
  return days.reduce((sum, day) => sum + beyond(day, ratio) ** 2n, 0n);
};

/**
 * Returns the month in two parts when its days differ by a price change, or on consecutive days by one ratio: of all such parts those with
 * the least spread, because they meet the day of the change. Undefined when the differing part is within the tolerance.
 */
const partsOf = (days: Days, off: Days, scale: Scale): Parts | undefined => {
  const candidates = [...days.map((_, at) => partedAt(days, at, scale)), consecutive(days, off, scale)];
  const [best] = candidates
    .flatMap((parts) => (parts ? [{ parts, spread: spreadOf(parts.differing) + spreadOf(parts.usual) }] : []))
    .toSorted((one, other) => ascending(one.spread, other.spread));
  if (!best) return undefined;
  const { differing, usual } = best.parts;
  return differs(together(differing), ratioOf(together(usual)), scale) ? best.parts : undefined;
};

const asOne = (days: Days, ratio: bigint, { worth }: Scale): DaysOff[] =>
  days.slice(0, 1).map((first) => ({
    ...{ day: first.day, until: (days.at(-1) ?? first).day },
    difference: worth(beyond(together(days), ratio), ratio),
  }));

/**
 * Returns the days of a meter that differ from its other days: a price change from a day on, or on consecutive days, or more than five
 * days are one difference with its first and last day; others are reported individually. Days without use on either side are ignored.
 */
export const findDays = (all: Days, scale: Scale): DaysOff[] => {
  const days = all.filter(({ mine, theirs }) => mine !== 0n || theirs !== 0n).toSorted((a, b) => byId(a.day, b.day));
  const ratio = usualRatio(days);
  if (ratio <= 0n) return [];
  const off = days.filter((day) => differs(day, ratio, scale));
  const parts = partsOf(days, off, scale);
  if (parts) return asOne(parts.differing, ratioOf(together(parts.usual)), scale);
  if (off.length > MOST_DAYS) return asOne(off, ratio, scale);
  return off.map((day) => ({ day: day.day, difference: scale.worth(beyond(day, ratio), ratio) }));
};
