import { idTime } from '../../../../layers/kernel/identity/id.ts';

const DAY_MS = 86_400_000;
/** The place of a year in the number of a day: titles of one day are sorted by their year. */
export const YEARS_PER_DAY = 10_000;

/** Returns the first value of `arrived` of a day. Takes a time of the day (epoch ms). */
export const arrivedFrom = (time: number): number => Math.floor(time / DAY_MS) * YEARS_PER_DAY;

/**
 * Returns when a record's first copy came into the union, as a number by which records are sorted: the day (UTC), then the year of publication. It is
 * derived from the ids of the copies, which contain the time of their creation, so that a rebuild of the index has the same value. Copies
 * that a library brought along from an old system have the time 0 and are no arrivals. A record without copies arrived when it was made.
 */
export const arrivedOf = (itemIds: readonly string[], recordId: string, year = 0): number | undefined => {
  const times = (itemIds.length === 0 ? [recordId] : itemIds).flatMap((id) => idTime(id) ?? []);
  if (times.length === 0) return undefined;
  return arrivedFrom(Math.min(...times)) + Math.min(Math.max(year, 0), YEARS_PER_DAY - 1);
};
