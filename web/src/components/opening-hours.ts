import type { Branch } from '../api/directory.ts';
import { placeTime } from '../i18n/place-time.ts';

type Calendar = Branch['calendar'];
/** The days of the week as calendars name them; Monday is 1 (ISO 8601). */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];
export type Hours = { open: string; close: string };

const LOOK_AHEAD = 14;

/** Returns the calendar day that is some days after another, both `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const weekdayOf = (day: string): Weekday => weekdays[(new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';

/** Returns the hours of a day; none when it is closed, and those until a closure when one begins during the day. */
export const hoursOn = ({ weekly, closures }: Calendar, day: string): readonly Hours[] => {
  const ends = closures
    .filter(({ from, to }) => from <= day && day <= to)
    .map(({ from, closesAt = '' }) => (from === day ? closesAt : ''));
  const hours = weekly[weekdayOf(day)] ?? [];
  const [end] = ends.toSorted();
  if (end === undefined) return hours;
  return hours.filter(({ open }) => open < end).map(({ open, close }) => ({ open, close: close < end ? close : end }));
};

/** Whether a branch is open: until when, or when it opens next within two weeks. */
export type Opening =
  | { isOpen: true; until: string }
  | { isOpen: false; next?: { day: string; at: string; days: number } };

/** Returns whether a branch is open at an instant, by the clock of its place. */
export const openingAt = (calendar: Calendar, now: Date): Opening => {
  const { day, time } = placeTime(calendar.timeZone, now);
  const current = hoursOn(calendar, day).find(({ open, close }) => open <= time && time < close);
  if (current) return { isOpen: true, until: current.close };
  for (let days = 0; days <= LOOK_AHEAD; days += 1) {
    const on = dayAfter(day, days);
    const next = hoursOn(calendar, on).find(({ open }) => days > 0 || open > time);
    if (next) return { isOpen: false, next: { day: on, at: next.open, days } };
  }
  return { isOpen: false };
};

/** Returns the closures that have not ended, the next first. */
export const comingClosures = ({ closures, timeZone }: Calendar, now: Date): Calendar['closures'] => {
  const { day } = placeTime(timeZone, now);
  return closures.filter(({ to }) => to >= day).toSorted((one, other) => (one.from < other.from ? -1 : 1));
};
