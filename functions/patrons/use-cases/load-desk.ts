import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { BranchStore } from '../../membership/public/branch-store.ts';
import type { Desk } from '../domain/record/borrowing-checks.ts';

/** Returns the desk at a branch, now (epoch ms); undefined when there is no such branch. */
export const loadDesk = async (branches: BranchStore, branchId: string, now: number): Promise<Desk | undefined> => {
  const branch = await branches.known(branchId, now);
  return branch && { branchId, calendar: branch.calendar, at: iso(now) };
};

/** Returns the day at a branch, now (epoch ms); that of UTC when there is no such branch any more. */
export const loadDay = async (branches: BranchStore, branchId: string, now: number): Promise<string> => {
  const desk = await loadDesk(branches, branchId, now);
  return desk ? localDay(desk.calendar, desk.at) : iso(now).slice(0, 10);
};
