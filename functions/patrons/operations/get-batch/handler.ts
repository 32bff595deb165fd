import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronBatchDeps } from '../../deps.ts';
import { batchView, lineViews } from '../../use-cases/batch-views.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  patronBatchDeps,
  async ({ path: { memberId, batchId }, query: { of, ...pageRequest } }, { table, batches }) => {
    const batch = await batches.get(memberId, batchId);
    if (!batch) return refuse('patron-batch-unknown', `${memberId} has no batch ${batchId}.`, '/path/batchId');
    const page = await batches.lines(batchId, of, pageRequest);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    return answer({
      batch: batchView(batch),
      lines: await lineViews({ table }, page.rows),
      ...(page.next !== undefined && { next: page.next }),
    });
  },
);
