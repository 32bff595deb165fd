import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronBatchDeps } from '../../deps.ts';
import { batchView } from '../../use-cases/batch-views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronBatchDeps, async ({ path: { memberId }, query }, { batches }) => {
  const page = await batches.list(memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ batches: page.rows.map(batchView), ...(page.next !== undefined && { next: page.next }) });
});
