import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { inventoryDeps } from '../deps.ts';

type Input = { branchId: string; inventoryId: string; scans: readonly string[]; now: number };

/** Records what was scanned at the shelves of an open inventory, and returns what each place means. */
export const noteScans = async (
  { inventories }: ReturnType<typeof inventoryDeps>,
  { branchId, inventoryId, scans, now }: Input,
) => {
  const inventory = await inventories.get(branchId, inventoryId);
  if (inventory === undefined) return refuse('unknown-inventory', `${branchId} has no inventory ${inventoryId}.`);
  const noted = inventory.state === 'open' ? await inventories.note(inventory, scans, iso(now)) : 'closed';
  return noted === 'closed' ? refuse('inventory-closed', 'This inventory is closed.') : answer({ noted });
};
