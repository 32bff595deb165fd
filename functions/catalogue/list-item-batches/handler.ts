import { itemBatchStore } from '../../../layers/data/catalogue/item-batch-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { batchView } from '../item-batches.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ batches: itemBatchStore(openTable(runtime)) }),
  async ({ path: { memberId }, query }, { batches }) => {
    const page = await batches.list(memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    return answer({ batches: rows.map(batchView), ...(next === undefined ? {} : { next }) });
  },
);
