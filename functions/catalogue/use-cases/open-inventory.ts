import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { inventoryOpeningDeps } from '../deps.ts';
import { inventoryView } from './inventory-view.ts';

type Deps = ReturnType<typeof inventoryOpeningDeps> & { ids: Ids };
type Input = { branchId: string; location?: string | undefined; by: string; now: number };

/** Opens an inventory of a branch, or of one location there. */
export const openInventory = async ({ branches, inventories, ids }: Deps, { branchId, location, by, now }: Input) => {
  if ((await branches.known(branchId, now)) === undefined)
    return refuse('unknown-branch', `There is no branch ${branchId}.`, '/path/branchId');
  const inventoryId = ids.next('inventory', now);
  const where = { branchId, ...(location !== undefined && { location }) };
  return answer(inventoryView(await inventories.open({ inventoryId, ...where, openedAt: iso(now), by })));
};
