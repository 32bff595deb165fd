/** One check of the site: its time of day in UTC (`07:13`), and whether everything answered that was asked. */
export type SiteCheck = { time: string; passed: boolean };

/** The checks of one day (UTC), in their order. `synthetic`: examples of a demo, not measured. */
export type DayOfChecks = { day: string; checks: readonly SiteCheck[]; synthetic?: true };

/** The minutes between two checks, as the schedule of `discovery-alert-searches` has them. */
export const CHECK_MINUTES = 60;

/** A check within so many minutes after another one is a repetition: a schedule may call twice. */
const REPEATED_MINUTES = 30;

/** For how many days checks are shown. */
export const CHECKED_DAYS = 90;

const MINUTE = 60_000;

const instantOf = (day: string, { time }: SiteCheck): number => Date.parse(`${day}T${time}:00.000Z`);

/** Adds a check at `now` (epoch ms) to the checks of its day; undefined when the day has this check already. */
export const withCheck = (
  checks: readonly SiteCheck[],
  now: number,
  passed: boolean,
): readonly SiteCheck[] | undefined => {
  const at = new Date(now).toISOString();
  const last = checks.at(-1);
  if (last && now - instantOf(at.slice(0, 10), last) < REPEATED_MINUTES * MINUTE) return undefined;
  return [...checks, { time: at.slice(11, 16), passed }];
};

/** The checks of one day, or of several, by their results. `missing`: due, and not made, so that nothing is known of these hours. */
export type CheckCounts = { passed: number; failed: number; missing: number };

/** The counts since the first check, and the days on which a check failed or is missing, the newest first. */
export type Uptime = CheckCounts & { since: string; days: ({ day: string } & CheckCounts)[]; synthetic?: true };

/** Returns how many checks were due between two instants (epoch ms), without those at the two. */
const between = (from: number, to: number, round: (checks: number) => number): number =>
  Math.max(0, round((to - from) / (CHECK_MINUTES * MINUTE)) - 1);

/**
 * Counts the checks of the last days until `now` (epoch ms): undefined before the first one. Checks that are missing are counted from the time between
 * two checks, on the day of the later one, because the schedule begins at any minute.
 */
export const uptimeOf = (days: readonly DayOfChecks[], now: number): Uptime | undefined => {
  const made = days
    .toSorted((one, other) => one.day.localeCompare(other.day))
    .flatMap(({ day, checks }) => checks.map((check) => ({ day, at: instantOf(day, check), passed: check.passed })));
  const first = made[0];
  if (first === undefined) return undefined;
  const counts = new Map<string, CheckCounts>();
  const add = (day: string, what: keyof CheckCounts, by: number): void => {
    const found = counts.get(day) ?? { passed: 0, failed: 0, missing: 0 };
    counts.set(day, { ...found, [what]: found[what] + by });
  };
  for (const [place, { day, at, passed }] of made.entries()) {
    add(day, passed ? 'passed' : 'failed', 1);
    add(day, 'missing', between(made[place - 1]?.at ?? at, at, Math.round));
  }
  // The check after the last one may still come within its hour.
  add(new Date(now).toISOString().slice(0, 10), 'missing', between(made.at(-1)?.at ?? now, now, Math.floor));
  const sum = (what: keyof CheckCounts): number => [...counts.values()].reduce((all, day) => all + day[what], 0);
  return {
    since: new Date(first.at).toISOString(),
    ...{ passed: sum('passed'), failed: sum('failed'), missing: sum('missing') },
    days: [...counts]
      .map(([day, of]) => ({ day, ...of }))
      .filter(({ failed, missing }) => failed + missing > 0)
      .toSorted((one, other) => other.day.localeCompare(one.day)),
    ...(days.some(({ synthetic }) => synthetic) && { synthetic: true as const }),
  };
};
