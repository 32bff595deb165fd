import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { inventoryDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryDeps, async ({ path, body, now }, { inventories }) => {
  const { branchId, inventoryId } = path;
  const inventory = await inventories.get(branchId, inventoryId);
  if (inventory === undefined) return refuse('unknown-inventory', `${branchId} has no inventory ${inventoryId}.`);
  const noted = inventory.state === 'open' ? await inventories.note(inventory, body.scans, iso(now)) : 'closed';
  return noted === 'closed' ? refuse('inventory-closed', 'This inventory is closed.') : answer({ noted });
});
