import { DateTime } from 'luxon';
import type { BranchCalendar } from './branch-calendar.ts';

/** An instant as every record holds it: ISO 8601, UTC, with milliseconds. Takes epoch milliseconds or a luxon time. */
export const instant = (at: number | DateTime): string => {
  const time = typeof at === 'number' ? DateTime.fromMillis(at) : at;
  const iso = time.toUTC().toISO();
  if (iso === null) throw new RangeError('not an instant');
  return iso;
};

/** Epoch milliseconds of an ISO instant, so that instants compare whatever their number of decimals. */
export const millis = (at: string): number => {
  const value = Date.parse(at);
  if (Number.isNaN(value)) throw new RangeError(`not an instant: ${at}`);
  return value;
};

/** The day it is at the branch at an instant, `YYYY-MM-DD`. */
export const localDay = (calendar: BranchCalendar, at: string): string =>
  DateTime.fromMillis(millis(at), { zone: calendar.timeZone }).toFormat('yyyy-MM-dd');

/** A day some days later (or earlier, when negative). Days are counted on the calendar, never as 24 hours. */
export const addDays = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** The last second of a day at the branch, as an instant: 23 to 25 hours after its first. */
export const dueAtEndOf = (calendar: BranchCalendar, day: string): string =>
  instant(DateTime.fromISO(day, { zone: calendar.timeZone }).endOf('day').set({ millisecond: 0 }));

/** An hour of a day at the branch, as an instant; one that the clocks skip is the hour after it. */
export const hourOf = (calendar: BranchCalendar, day: string, hour: number): string =>
  instant(DateTime.fromISO(day, { zone: calendar.timeZone }).set({ hour }));
