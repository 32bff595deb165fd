import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { hourOf, localDay } from '../../../layers/kernel/calendar/days.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { BranchStore } from '../data/branch-store.ts';

type Body = BranchCalendar & {
  effectiveFrom?: string | undefined;
  endsLater?: boolean | undefined;
  version?: number | undefined;
};
type Setting = { branchId: string; body: Body; by: string; now: number };

/** Sets the next version of a branch's calendar, from now or from the beginning of a later day at the branch. */
export const setCalendar = async (branches: BranchStore, { branchId, body, by, now }: Setting) => {
  const { effectiveFrom, endsLater, version, ...calendar } = body;
  const today = localDay(calendar, iso(now));
  if (effectiveFrom !== undefined && effectiveFrom < today) {
    return refuse('calendar-in-past', `Today is ${today} at the branch.`, '/body/effectiveFrom');
  }
  const from = effectiveFrom === undefined || effectiveFrom === today ? iso(now) : hourOf(calendar, effectiveFrom, 0);
  const outcome = await branches.setCalendar(branchId, { calendar, from, endsLater, by, version }, now);
  if (outcome === 'branch-unknown') return refuse('branch-unknown', `${branchId} is no branch.`, '/path/branchId');
  if (outcome === 'later-calendar') {
    return refuse('later-calendar', 'Versions of this calendar begin later.', '/body/endsLater');
  }
  if (outcome === 'too-many-calendars') {
    return refuse('too-many-calendars', 'Twenty versions begin later already.', '/body/effectiveFrom');
  }
  if (outcome === 'changed-meanwhile') {
    return refuse('changed-meanwhile', 'The branch was changed since it was read.', '/body/version');
  }
  return answer({ ...outcome.branch, version: outcome.version, calendars: outcome.calendars });
};
