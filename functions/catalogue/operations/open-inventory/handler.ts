import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { inventoryOpeningDeps } from '../../deps.ts';
import { inventoryView } from '../../use-cases/inventory-view.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  inventoryOpeningDeps,
  async ({ path: { branchId }, body: { location }, actor, now }, { branches, inventories, ids }) => {
    if ((await branches.known(branchId, now)) === undefined)
      return refuse('unknown-branch', `There is no branch ${branchId}.`, '/path/branchId');
    const inventoryId = ids.next('inventory', now);
    const where = { branchId, ...(location !== undefined && { location }) };
    const opened = { inventoryId, ...where, openedAt: iso(now), by: actorName(actor) };
    return answer(inventoryView(await inventories.open(opened)));
  },
);
