import { DateTime } from 'luxon';
import type { BranchCalendar } from './branch-calendar.ts';
import { millis } from './millis.ts';

export { millis } from './millis.ts';

/** Returns an instant in the stored format: ISO 8601, UTC, with milliseconds. Takes epoch milliseconds or a luxon time. */
export const instant = (at: number | DateTime): string => {
  const time = typeof at === 'number' ? DateTime.fromMillis(at) : at;
  const iso = time.toUTC().toISO();
  if (iso === null) throw new RangeError('not an instant');
  return iso;
};

/** Returns the branch's local day at an instant, `YYYY-MM-DD`. */
export const localDay = (calendar: BranchCalendar, at: string): string =>
  DateTime.fromMillis(millis(at), { zone: calendar.timeZone }).toFormat('yyyy-MM-dd');

/** Returns the branch's local time at an instant, `HH:MM`. */
export const localTime = (calendar: BranchCalendar, at: string): string =>
  DateTime.fromMillis(millis(at), { zone: calendar.timeZone }).toFormat('HH:mm');

/** Returns the day some days later (earlier when negative). Days are calendar days, never 24 hours. */
export const addDays = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** Returns the last second of a branch's local day as an instant: 23 to 25 hours after its first. */
export const dueAtEndOf = (calendar: BranchCalendar, day: string): string =>
  instant(DateTime.fromISO(day, { zone: calendar.timeZone }).endOf('day').set({ millisecond: 0 }));

/** Returns an hour of a branch's local day as an instant; an hour skipped by daylight saving time gives the following hour. */
export const hourOf = (calendar: BranchCalendar, day: string, hour: number): string =>
  instant(DateTime.fromISO(day, { zone: calendar.timeZone }).set({ hour }));
