import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { letterStore } from '../../data/letter-store.ts';
import { batchView } from '../../use-cases/batch-view.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ letters: letterStore(openTable(runtime)) }),
  async ({ path: { memberId }, query }, { letters }) => {
    const page = await letters.batches(memberId, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin anew.', '/query/after');
    return answer({ batches: page.rows.map(batchView), ...(page.next && { next: page.next }) });
  },
);
