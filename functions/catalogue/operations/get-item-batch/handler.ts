import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { itemBatchStore } from '../../data/item-batch-store.ts';
import { staffNames } from '../../data/staff-names.ts';
import { batchView, lineView } from '../../use-cases/item-batches.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, batches: itemBatchStore(table) };
  },
  async ({ path: { memberId, batchId }, query: { of, ...wish } }, { table, batches }) => {
    const batch = await batches.get(memberId, batchId);
    if (!batch) return refuse('unknown-batch', `${memberId} has no batch ${batchId}.`, '/path/batchId');
    const page = await batches.lines(batchId, of, wish);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    const names = await staffNames(table, [batch.by]);
    return answer({
      batch: batchView(batch),
      names,
      items: rows.map(lineView),
      ...(next === undefined ? {} : { next }),
    });
  },
);
