import { DateTime } from 'luxon';
import { type BranchCalendar, type CalendarWithPast, type ClosedDayStrategy, weekdays } from './branch-calendar.ts';
import { addDays, instant, localDay, millis } from './days.ts';

// For due dates, a calendar that is closed for longer than this counts as never open.
const daysLookedAhead = 400;

type Hours = { opens: number; closes: number };

/** Returns a branch's opening intervals on a day (`YYYY-MM-DD`), in epoch ms, in order; by the calendar of then when it is known. */
export const hoursOn = ({ past = [], ...current }: CalendarWithPast, day: string): Hours[] => {
  const calendar = past.find(({ until }) => day < until)?.calendar ?? current;
  const closed = calendar.closures.filter((closure) => closure.from <= day && day <= closure.to);
  // A closure that begins during the day leaves the hours before.
  if (closed.some(({ from, closesAt }) => from < day || closesAt === undefined)) return [];
  const start = DateTime.fromISO(day, { zone: calendar.timeZone });
  const weekday = weekdays[start.weekday - 1];
  const hours = weekday === undefined ? undefined : calendar.weekly[weekday];
  const at = (time: string) => DateTime.fromISO(`${day}T${time}`, { zone: calendar.timeZone }).toMillis();
  const end = Math.min(...closed.map(({ closesAt = '' }) => at(closesAt)));
  return (hours ?? [])
    .map(({ open, close }) => ({ opens: at(open), closes: Math.min(at(close), end) }))
    .filter(({ opens, closes }) => opens < closes)
    .sort((one, other) => one.opens - other.opens);
};

/** Returns whether the branch opens on a day (`YYYY-MM-DD`): its weekday has hours and no closure covers it. */
export const opensOn = (calendar: BranchCalendar, day: string): boolean => hoursOn(calendar, day).length > 0;

/** Returns whether the branch is open at an instant; the closing minute itself is closed. */
export const isOpen = (calendar: BranchCalendar, at: string): boolean =>
  hoursOn(calendar, localDay(calendar, at)).some(({ opens, closes }) => opens <= millis(at) && millis(at) < closes);

/**
 * Returns the first instant from `at` on when the branch is open (`at` itself when it is open); undefined when it does not open within
 * 400 days.
 */
export const nextOpening = (calendar: BranchCalendar, at: string): string | undefined => {
  const today = localDay(calendar, at);
  for (let ahead = 0; ahead <= daysLookedAhead; ahead += 1) {
    for (const { opens, closes } of hoursOn(calendar, addDays(today, ahead))) {
      if (millis(at) < closes) return instant(Math.max(opens, millis(at)));
    }
  }
  return undefined;
};

/**
 * Returns the last instant up to `at` when the branch was open or closing (`at` itself when it is open); undefined when it was not open
 * within 400 days.
 */
export const lastClosing = (calendar: BranchCalendar, at: string): string | undefined => {
  const today = localDay(calendar, at);
  for (let back = 0; back <= daysLookedAhead; back += 1) {
    for (const { opens, closes } of hoursOn(calendar, addDays(today, -back)).toReversed()) {
      if (opens <= millis(at)) return instant(Math.min(closes, millis(at)));
    }
  }
  return undefined;
};

/** Moves a day off closed days by strategy; returns the same day when the branch opens on it, or never opens. */
export const moveOffClosedDays = (calendar: BranchCalendar, day: string, strategy: ClosedDayStrategy): string => {
  if (strategy === 'keep') return day;
  const step = strategy === 'later' ? 1 : -1;
  for (let moved = 0; moved <= daysLookedAhead; moved += 1) {
    const candidate = addDays(day, step * moved);
    if (opensOn(calendar, candidate)) return candidate;
  }
  return day;
};

/** Returns the number of calendar days after one day up to and including another. */
export const daysBetween = (day: string, until: string): number =>
  Math.round((millis(`${until}T00:00:00Z`) - millis(`${day}T00:00:00Z`)) / 86_400_000);

/** Returns the number of days the branch opened after one day up to and including another: the days that a fine counts (C71). */
export const openDaysAfter = (calendar: CalendarWithPast, day: string, until: string): number => {
  let count = 0;
  for (let next = addDays(day, 1); next <= until; next = addDays(next, 1)) if (opensOn(calendar, next)) count += 1;
  return count;
};

/** Returns how long the branch was open between two instants, in milliseconds: the time that an hourly fine counts (C71). */
export const openTime = (calendar: CalendarWithPast, from: string, until: string): number => {
  const [start, end] = [millis(from), millis(until)];
  const last = localDay(calendar, until);
  let sum = 0;
  for (let day = localDay(calendar, from); day <= last; day = addDays(day, 1)) {
    for (const { opens, closes } of hoursOn(calendar, day)) {
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  }
  return sum;
};
