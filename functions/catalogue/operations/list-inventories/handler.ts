import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { inventoryDeps } from '../../deps.ts';
import { inventoryView } from '../../use-cases/inventory-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryDeps, async ({ path, query }, { inventories }) => {
  const page = await inventories.list(path.branchId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ inventories: page.rows.map(inventoryView), ...(page.next !== undefined && { next: page.next }) });
});
