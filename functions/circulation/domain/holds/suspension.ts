import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, instant, millis } from '../../../../layers/kernel/calendar/days.ts';

/** The period in which a hold is skipped: from an instant, until another or until it is resumed (C64). */
export type Suspension = { from: string; until?: string };

const DAY_MS = 24 * 60 * 60_000;

/** Returns whether a suspension ends after its start, has not ended yet, and is within the permitted number of days. */
export const isSound = ({ from, until }: Suspension, at: string, maxDays: number): boolean => {
  const most = millis(at) + maxDays * DAY_MS;
  if (until === undefined) return millis(from) <= most;
  return millis(until) > Math.max(millis(from), millis(at)) && millis(until) <= most;
};

/** The first and last day of a suspension as entered, on the calendar of the pickup branch. */
export type SuspendedDays = { from?: string | undefined; until?: string | undefined };

/** Returns a suspension in days as instants: from the start of the first day (now, if undefined) to the end of the last. */
export const suspensionOf = (calendar: BranchCalendar, { from, until }: SuspendedDays, at: string): Suspension => ({
  from: from === undefined ? at : instant(millis(dueAtEndOf(calendar, addDays(from, -1))) + 1000),
  ...(until !== undefined && { until: dueAtEndOf(calendar, until) }),
});
