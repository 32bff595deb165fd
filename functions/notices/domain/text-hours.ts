import { DateTime } from 'luxon';
import { instant, millis } from '../../../layers/kernel/calendar/days.ts';

type Hours = { from: number; until: number };

/**
 * Returns when a text message may be sent: undefined for now, or the next time the hours begin (hour `from` to hour `until` in a time
 * zone). `at` is ISO 8601 UTC. On a day that skips the first hour they begin an hour later.
 */
export const textWaitsUntil = (at: string, { from, until }: Hours, zone: string): string | undefined => {
  const local = DateTime.fromMillis(millis(at), { zone });
  if (local.hour >= from && local.hour < until) return undefined;
  const start = (days: number) =>
    local.plus({ days }).set({ hour: from, minute: 0, second: 0, millisecond: 0 }).toMillis();
  return instant(start(0) > millis(at) ? start(0) : start(1));
};

/** Returns the day (`YYYY-MM-DD`) of an instant in a time zone, by which text messages are counted. */
export const textDay = (at: string, zone: string): string =>
  DateTime.fromMillis(millis(at), { zone }).toISODate() ?? at;
