import { itemBatchStore } from '../../../layers/data/catalogue/item-batch-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { batchView, lineView } from '../item-batches.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ batches: itemBatchStore(openTable(runtime)) }),
  async ({ path: { memberId, batchId }, query: { of, ...wish } }, { batches }) => {
    const batch = await batches.get(memberId, batchId);
    if (!batch) return refuse('unknown-batch', `${memberId} has no batch ${batchId}.`, '/path/batchId');
    const page = await batches.lines(batchId, of, wish);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    return answer({ batch: batchView(batch), items: rows.map(lineView), ...(next === undefined ? {} : { next }) });
  },
);
