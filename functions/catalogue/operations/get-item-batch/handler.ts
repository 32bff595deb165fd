import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { batchDeps } from '../../deps.ts';
import { batchView, lineView } from '../../use-cases/item-batch-views.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  batchDeps,
  async ({ path: { memberId, batchId }, query: { of, ...pageRequest } }, { names, batches }) => {
    const batch = await batches.get(memberId, batchId);
    if (!batch) return refuse('unknown-batch', `${memberId} has no batch ${batchId}.`, '/path/batchId');
    const page = await batches.lines(batchId, of, pageRequest);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    return answer({
      batch: batchView(batch),
      names: await names([batch.by]),
      items: rows.map(lineView(batch)),
      ...(next === undefined ? {} : { next }),
    });
  },
);
