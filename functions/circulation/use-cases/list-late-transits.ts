import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { movementOf } from '../domain/decisions/policies.ts';
import { listBranchItems } from './list-branch-items.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Returns a page of the items in transit to a branch for longer than the movement policy allows. `now` in epoch ms. */
export const listLateTransits = async (deps: CirculationDeps, branchId: string, query: PageRequest, now: number) => {
  const { longTransitDays } = movementOf((await deps.policiesAt(now)) ?? {});
  const before = iso(now - longTransitDays * DAY_MS);
  return listBranchItems(deps, 'transitTo', branchId, { ...query, before }, now);
};
