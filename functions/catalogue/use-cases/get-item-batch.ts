import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ItemBatchStore } from '../data/item-batch-store.ts';
import type { batchDeps } from '../deps.ts';
import { batchView, lineView } from './item-batch-views.ts';

type Deps = Pick<ReturnType<typeof batchDeps>, 'names' | 'batches'>;
type Input = PageRequest & { memberId: string; batchId: string; of: Parameters<ItemBatchStore['lines']>[1] };

/** Returns a batch of a member with a page of its lines in a state, and who started it. */
export const getItemBatch = async ({ names, batches }: Deps, { memberId, batchId, of, ...pageRequest }: Input) => {
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
};
