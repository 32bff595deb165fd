import * as z from 'zod';
import { branchCalendarSchema, type CalendarWithPast } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { millis } from '../../../layers/kernel/calendar/millis.ts';
import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { afterAdoption, byBeginning, withoutEnded } from '../../../layers/records/policies/domain/versions.ts';

/** A version of a branch's calendar, and the instant from which it is in force. */
export const calendarVersionSchema = z.object({ version: z.int(), from: z.string(), calendar: branchCalendarSchema });
export type CalendarVersion = z.infer<typeof calendarVersionSchema>;

/** The version in force and those that begin later, in order; the first began before any instant that is asked for. */
export type CalendarsInForce = readonly CalendarVersion[];

/** Returns the version in force at an instant; before the first one, the first. Undefined when there is none. */
export const calendarAt = (versions: CalendarsInForce, at: string): CalendarVersion | undefined =>
  versions.findLast(({ from }) => millis(from) <= millis(at)) ?? versions[0];

/** Returns the versions that begin after an instant. */
export const laterThan = (versions: CalendarsInForce, at: string): CalendarVersion[] =>
  versions.filter(({ from }) => millis(from) > millis(at));

/** Returns the versions in force from `now` on, after another one was set; with `endsLater` it ends those that would begin after it. */
export const afterChange = (
  before: CalendarsInForce,
  { endsLater, ...next }: CalendarVersion & { endsLater: boolean },
  now: string,
): CalendarVersion[] => {
  const all = new Map([...before, next].map((one) => [one.version, one]));
  const adopted = { version: next.version, effectiveFrom: next.from, ...(endsLater && { endsLater: true as const }) };
  return afterAdoption(before, adopted, now).flatMap(({ version }) => all.get(version) ?? []);
};

/** Returns the versions in the order in which they were in force, from all that were ever set: without those that a later one replaced. */
export const timelineOf = (set: readonly (CalendarVersion & { endsLater?: true })[]): CalendarVersion[] => {
  const byNumber = new Map(set.map(({ endsLater: _, ...one }) => [one.version, one]));
  const all = set.map(({ version, from: effectiveFrom, endsLater }) => ({
    version,
    effectiveFrom,
    ...(endsLater && { endsLater }),
  }));
  const ordered = withoutEnded(all).toSorted(byBeginning);
  return ordered.flatMap(({ version, effectiveFrom }, at) => {
    const next = ordered[at + 1];
    const replaced = next !== undefined && millis(next.effectiveFrom) === millis(effectiveFrom);
    return replaced ? [] : (byNumber.get(version) ?? []);
  });
};

/**
 * Returns the last known version as a calendar with those that precede it from an earlier instant on, so that each day, past or future, is
 * judged by the hours of then. Takes all versions of that time, in order. A version that begins within a day counts for all of it. Closures
 * of the version in force at `now` count for past days too: one that is noted afterwards must not fine patrons.
 */
export const withPast = (
  versions: readonly CalendarVersion[],
  since: string,
  now: string,
): CalendarWithPast | undefined => {
  const [last, current] = [versions.at(-1), calendarAt(versions, now)];
  if (!last || !current) return undefined;
  const past = versions.flatMap(({ from, calendar }, at) => {
    const next = versions[at + 1];
    if (!next || millis(next.from) <= millis(since)) return [];
    const noted = millis(from) < millis(current.from) ? current.calendar.closures : [];
    const closures = [...calendar.closures, ...noted];
    return [{ calendar: { ...calendar, closures }, until: dayInZone(next.calendar.timeZone, next.from) }];
  });
  return past.length === 0 ? last.calendar : { ...last.calendar, past };
};
