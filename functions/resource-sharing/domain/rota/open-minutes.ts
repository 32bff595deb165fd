import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, instant, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { hoursOn, nextOpening } from '../../../../layers/kernel/calendar/opening.ts';
import type { OpenInterval } from '../workflow/timers.ts';

const DAY_MS = 24 * 60 * 60_000;
// How far a calendar is searched for its next opening; a longer closure counts as ending then.
const DAYS_LOOKED_THROUGH = 400;

/** Lists a branch's opening hours from `at` on, for some days: a supplier's time to answer counts in them. */
export function openIntervals(calendar: BranchCalendar, at: string, days: number): OpenInterval[] {
  const today = localDay(calendar, at);
  return Array.from({ length: days + 1 }, (_, ahead) => hoursOn(calendar, addDays(today, ahead)))
    .flat()
    .filter(({ closes }) => closes > millis(at))
    .map(({ opens, closes }) => ({
      from: new Date(Math.max(opens, millis(at))).toISOString(),
      to: new Date(closes).toISOString(),
    }));
}

/** Minutes of opening within the next 24 hours. */
export function openMinutesNextDay(calendar: BranchCalendar, at: string): number {
  const end = millis(at) + DAY_MS;
  const open = openIntervals(calendar, at, 2).map(({ from, to }) => Math.min(millis(to), end) - millis(from));
  return Math.round(open.reduce((sum, ms) => sum + Math.max(0, ms), 0) / 60_000);
}

/** Until when a branch is closed, in its own time zone (C82); undefined while it is open. ISO 8601, UTC. */
export function closedUntil(calendar: BranchCalendar, at: string): string | undefined {
  const opens = nextOpening(calendar, at);
  if (opens === undefined) return instant(millis(at) + DAYS_LOOKED_THROUGH * DAY_MS);
  return millis(opens) > millis(at) ? opens : undefined;
}
