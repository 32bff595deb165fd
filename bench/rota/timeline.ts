import { openIntervals } from '../../functions/resource-sharing/domain/rota/open-minutes.ts';
import type { OpenInterval } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import type { BranchCalendar } from '../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, localDay } from '../../layers/kernel/calendar/days.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Stretch = { opens: number; closes: number; day: string };

/**
 * A branch's opening over a whole run. It returns the same as the product's calendar (a test compares them), from intervals that were
 * computed once: reading the calendar again for each candidate would take most of a run.
 */
export type Timeline = {
  /** Returns the opening minutes within the 24 hours from an instant (epoch ms, as all here). */
  openMinutesNextDay: (at: number) => number;
  /** Returns when it opens next; `at` itself while it is open. */
  opens: (at: number) => number;
  /** Returns when it closes next, counted from an instant when it is open. */
  closes: (at: number) => number;
  /** Returns the instant that is this many opening minutes later. */
  after: (at: number, minutes: number) => number;
  /** Returns the workflow's input on a supplier's opening: today and this many days ahead. */
  ahead: (at: number, days: number) => OpenInterval[];
};

const iso = (at: number): string => new Date(at).toISOString();

/** Returns the timeline of a calendar from an instant (epoch ms) on, for the given days; after them it is never open. */
export const timelineOf = (calendar: BranchCalendar, start: number, days: number): Timeline => {
  const stretches: Stretch[] = openIntervals(calendar, iso(start), days).map(({ from, to }) => ({
    opens: Date.parse(from),
    closes: Date.parse(to),
    day: localDay(calendar, from),
  }));
  const end = start + days * DAY;
  /** Returns the index of the first interval that has not closed by then. */
  const indexAt = (at: number): number => {
    let [low, high] = [0, stretches.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.closes ?? end) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const opens = (at: number): number => Math.max(at, stretches[indexAt(at)]?.opens ?? end);
  return {
    opens,
    closes: (at) => stretches[indexAt(at)]?.closes ?? end,
    openMinutesNextDay: (at) => {
      let sum = 0;
      for (let i = indexAt(at); (stretches[i]?.opens ?? end) < Math.min(end, at + DAY); i += 1) {
        const { opens: from, closes: to } = stretches[i] ?? { opens: end, closes: end };
        sum += Math.max(0, Math.min(to, at + DAY) - Math.max(from, at));
      }
      return Math.round(sum / MINUTE);
    },
    after: (at, minutes) => {
      let left = minutes * MINUTE;
      for (let i = indexAt(at); i < stretches.length; i += 1) {
        const { opens: from, closes: to } = stretches[i] ?? { opens: end, closes: end };
        const begins = Math.max(from, at);
        if (left <= to - begins) return begins + left;
        left -= to - begins;
      }
      return end + left;
    },
    ahead: (at, more) => {
      const last = addDays(localDay(calendar, iso(at)), more);
      const found: OpenInterval[] = [];
      for (let i = indexAt(at); (stretches[i]?.day ?? '9') <= last; i += 1) {
        const { opens: from, closes: to } = stretches[i] ?? { opens: end, closes: end };
        found.push({ from: iso(Math.max(from, at)), to: iso(to) });
      }
      return found;
    },
  };
};
