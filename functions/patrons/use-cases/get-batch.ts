import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { BatchStore } from '../data/batch-store.ts';
import type { patronBatchDeps } from '../deps.ts';
import { batchView, lineViews } from './batch-views.ts';

type Deps = Pick<ReturnType<typeof patronBatchDeps>, 'table' | 'batches'>;
type Input = PageRequest & { memberId: string; batchId: string; of: Parameters<BatchStore['lines']>[1] };

/** Returns a change of many patrons with a page of its lines in a state. */
export const getBatch = async ({ table, batches }: Deps, { memberId, batchId, of, ...pageRequest }: Input) => {
  const batch = await batches.get(memberId, batchId);
  if (!batch) return refuse('patron-batch-unknown', `${memberId} has no batch ${batchId}.`, '/path/batchId');
  const page = await batches.lines(batchId, of, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({
    batch: batchView(batch),
    lines: await lineViews({ table }, page.rows),
    ...(page.next !== undefined && { next: page.next }),
  });
};
