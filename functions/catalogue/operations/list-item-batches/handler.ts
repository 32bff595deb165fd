import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { itemBatchStore } from '../../data/item-batch-store.ts';
import { staffNames } from '../../data/staff-names.ts';
import { batchView } from '../../use-cases/item-batches.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, batches: itemBatchStore(table) };
  },
  async ({ path: { memberId }, query }, { table, batches }) => {
    const page = await batches.list(memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    const names = await staffNames(
      table,
      rows.map(({ by }) => by),
    );
    return answer({ batches: rows.map(batchView), names, ...(next === undefined ? {} : { next }) });
  },
);
