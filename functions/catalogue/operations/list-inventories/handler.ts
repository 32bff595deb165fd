import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { inventoryHouse, inventoryView } from '../../use-cases/inventories.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryHouse, async ({ path, query }, { inventories }) => {
  const page = await inventories.list(path.branchId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ inventories: page.rows.map(inventoryView), ...(page.next !== undefined && { next: page.next }) });
});
