import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { movementOf } from '../../domain/decisions/policies.ts';
import { listBranchItems } from '../../use-cases/list-branch-items.ts';
import { contract } from './contract.ts';

const DAY_MS = 24 * 60 * 60_000;

export const handler = handle(contract, circulationDeps, async ({ path, query, now }, deps) => {
  const { longTransitDays } = movementOf((await deps.policiesAt(now)) ?? {});
  const before = iso(now - longTransitDays * DAY_MS);
  return listBranchItems(deps, 'transitTo', path.branchId, { ...query, before }, now);
});
