import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { inventoryDeps } from '../../deps.ts';
import { inventoryView } from '../../use-cases/inventory-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryDeps, async ({ path }, { inventories }) => {
  const { branchId, inventoryId } = path;
  const inventory = await inventories.get(branchId, inventoryId);
  if (inventory === undefined) return refuse('unknown-inventory', `${branchId} has no inventory ${inventoryId}.`);
  return answer(inventoryView(inventory));
});
