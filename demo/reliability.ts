import type { DayOfChecks } from '../functions/discovery/public/reliability-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The days before today with examples of checks. */
const DAYS = 30;
/** So many days ago a check failed, at this hour. */
const FAILED = { daysAgo: 11, hour: 3 };

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Returns examples of hourly checks of the site for an instant (epoch ms): thirty days before today and today so far, one of them failed. */
export const exampleChecks = (now: number): DayOfChecks[] => {
  const today = Date.parse(dayOf(now));
  return Array.from({ length: DAYS + 1 }, (_, place) => {
    const daysAgo = DAYS - place;
    const start = today - daysAgo * DAY;
    const hours = Array.from({ length: 24 }, (_hour, hour) => hour).filter((hour) => start + hour * HOUR <= now);
    return {
      day: dayOf(start),
      checks: hours.map((hour) => ({
        time: `${String(hour).padStart(2, '0')}:00`,
        passed: daysAgo !== FAILED.daysAgo || hour !== FAILED.hour,
      })),
      synthetic: true as const,
    };
  });
};

/** Returns an example of a rehearsal of a restore, nine days ago. */
export const exampleRehearsal = (now: number) => ({
  at: new Date(now - 9 * DAY).toISOString(),
  moment: new Date(now - 9 * DAY - HOUR).toISOString(),
  ...{ seconds: 41 * 60, compared: 214_730, changed: 58 },
  synthetic: true as const,
});
