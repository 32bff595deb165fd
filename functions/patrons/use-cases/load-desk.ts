import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { BranchStore } from '../../membership/public/branch-store.ts';
import type { Desk } from '../domain/borrowing-checks.ts';

/** Returns the desk at a branch, now (epoch ms); undefined when there is no such branch. */
export const loadDesk = async (branches: BranchStore, branchId: string, now: number): Promise<Desk | undefined> => {
  const branch = await branches.known(branchId, now);
  return branch && { branchId, calendar: branch.calendar, at: iso(now) };
};
