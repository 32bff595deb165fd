import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { BranchStore } from '../data/branch-store.ts';
import { calendarAt, laterThan } from '../domain/calendar-versions.ts';

type Closure = BranchCalendar['closures'][number];
type Setting = { branchId: string; closure: Closure; way: 'add' | 'remove'; by: string; now: number };

/** The number of closures that a calendar may have: the oldest ones make room. */
const MOST_CLOSURES = 400;
/** More than the versions that a calendar may have. */
const TRIES = 40;

const isSame = (one: Closure, other: Closure): boolean =>
  one.from === other.from && one.to === other.to && one.closesAt === other.closesAt && one.reason === other.reason;

const changed = ({ closures }: BranchCalendar, { closure, way }: Setting): Closure[] | undefined => {
  const has = closures.some((one) => isSame(one, closure));
  if (has === (way === 'add')) return undefined;
  if (way === 'remove') return closures.filter((one) => !isSame(one, closure));
  const all = [...closures, closure].toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return all.slice(-MOST_CLOSURES);
};

/**
 * Adds a closure to the calendar of a branch, or removes it: in the version in force and in each that begins up to the last closed day.
 * Repeating it changes nothing. Returns false when the branch is unknown.
 */
export const setClosure = async (branches: BranchStore, setting: Setting): Promise<boolean> => {
  const { branchId, closure, by, now } = setting;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const edited = await branches.edited(branchId, now);
    if (!edited) return false;
    const current = calendarAt(edited.calendars, iso(now));
    const later = laterThan(edited.calendars, iso(now)).filter(
      ({ from, calendar }) => setting.way === 'remove' || dayInZone(calendar.timeZone, from) <= closure.to,
    );
    const next = [...(current ? [current] : []), ...later].find((one) => changed(one.calendar, setting) !== undefined);
    if (!next) return true;
    const closures = changed(next.calendar, setting) ?? [];
    const from = next === current ? iso(now) : next.from;
    const calendar = { ...next.calendar, closures };
    await branches.setCalendar(branchId, { calendar, from, endsLater: false, by, version: edited.version }, now);
  }
  throw new TableConflict(`The calendar of ${branchId} was changed again and again`);
};
