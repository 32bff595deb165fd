import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { inventoryCopiesDeps } from '../../deps.ts';
import { copiesOfLines } from '../../use-cases/list-inventory-copies.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  inventoryCopiesDeps,
  async ({ path: { branchId, inventoryId }, query: { of, ...pageRequest }, now }, { table, titles, inventories }) => {
    const inventory = await inventories.get(branchId, inventoryId);
    if (inventory === undefined) return refuse('unknown-inventory', `${branchId} has no inventory ${inventoryId}.`);
    if (of === 'not-seen' && inventory.state !== 'counted')
      return refuse('not-counted', 'This inventory is not counted yet.');
    const page = await inventories.lines(inventoryId, of, pageRequest);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const copies = await copiesOfLines({ table, titles }, page.rows, now);
    return answer({ copies, ...(page.next !== undefined && { next: page.next }) });
  },
);
