import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { type Branch, branchSchema } from '../domain/branch.ts';
import { type CalendarVersion, calendarAt, calendarVersionSchema, withPast } from '../domain/calendar-versions.ts';

/** The calendar of a branch as its row has it: the version in force at the last change, and those that begin later. */
const stored = z.object({
  ...branchSchema.shape,
  memberId: z.string(),
  calendarFrom: z.string().default(new Date(0).toISOString()),
  calendarVersion: z.int().default(0),
  later: z.instanceof(Uint8Array).optional(),
  lastVersion: z.int().default(0),
  v: z.int(),
});

const unzipped = (later: Uint8Array): CalendarVersion[] =>
  z.array(calendarVersionSchema).parse(JSON.parse(gunzipSync(later).toString('utf8')));

/** A branch with its calendars in force and later, the number of the last one, and the counter of its row. */
export type StoredBranch = Omit<Branch, 'calendar'> & { calendars: CalendarVersion[]; lastVersion: number; v: number };

/** Parses a branch from a stored item. */
export const readBranch = (item: unknown): StoredBranch => {
  const { memberId: _, calendar, calendarFrom: from, calendarVersion: version, later, ...branch } = stored.parse(item);
  return { ...branch, calendars: [{ version, from, calendar }, ...(later ? unzipped(later) : [])] };
};

const withCalendar = (
  { calendars: _c, lastVersion: _l, v: _v, ...branch }: StoredBranch,
  calendar: BranchCalendar | undefined,
): Branch => {
  if (!calendar) throw new Error(`${branch.branchId} has no calendar.`);
  return { ...branch, calendar };
};

/** Returns a branch with the calendar in force at an instant (epoch ms) alone, to show it. */
export const branchInForce = (branch: StoredBranch, now: number): Branch =>
  withCalendar(branch, calendarAt(branch.calendars, iso(now))?.calendar);

/** Returns a branch with the calendar in force at an instant (epoch ms) and those that begin later, for days from then on. */
export const branchAt = (branch: StoredBranch, now: number): Branch =>
  withCalendar(branch, withPast(branch.calendars, iso(now), iso(now)));

/** Returns the attributes of a branch's row for its calendars. */
export const calendarAttributes = ([current, ...later]: readonly CalendarVersion[], lastVersion: number) =>
  current && {
    calendar: current.calendar,
    calendarFrom: current.from,
    calendarVersion: current.version,
    // Compressed: every checkout reads the row, and a version may have hundreds of closures.
    later: gzipSync(JSON.stringify(later)),
    lastVersion,
  };
