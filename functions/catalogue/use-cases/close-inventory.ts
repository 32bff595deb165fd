import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { inventoryDeps } from '../deps.ts';
import { inventoryView } from './inventory-view.ts';

type Input = { branchId: string; inventoryId: string; now: number };

/** Closes an inventory of a branch, to be counted. */
export const closeInventory = async (
  { inventories }: ReturnType<typeof inventoryDeps>,
  { branchId, inventoryId, now }: Input,
) => {
  const inventory = await inventories.get(branchId, inventoryId);
  if (inventory === undefined) return refuse('unknown-inventory', `${branchId} has no inventory ${inventoryId}.`);
  return answer(inventoryView(await inventories.close(inventory, now)));
};
