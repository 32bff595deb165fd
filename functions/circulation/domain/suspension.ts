import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, instant, millis } from '../../../layers/kernel/calendar/days.ts';

/** When a hold is passed over: from an instant, until another or until it is resumed (C64). */
export type Suspension = { from: string; until?: string };

const DAY_MS = 24 * 60 * 60_000;

/** Whether a suspension ends after it begins, is not over already, and ends within as many days as allowed. */
export const isSound = ({ from, until }: Suspension, at: string, maxDays: number): boolean => {
  const most = millis(at) + maxDays * DAY_MS;
  if (until === undefined) return millis(from) <= most;
  return millis(until) > Math.max(millis(from), millis(at)) && millis(until) <= most;
};

/** The days of a suspension as patron or staff say them, both included, on the calendar of the pickup branch. */
export type SuspendedDays = { from?: string | undefined; until?: string | undefined };

/** A suspension by days as instants: from the first second of the one (now, if none is said) to the last of the other. */
export const suspensionOf = (calendar: BranchCalendar, { from, until }: SuspendedDays, at: string): Suspension => ({
  from: from === undefined ? at : instant(millis(dueAtEndOf(calendar, addDays(from, -1))) + 1000),
  ...(until !== undefined && { until: dueAtEndOf(calendar, until) }),
});
