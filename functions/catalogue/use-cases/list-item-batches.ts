import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ItemBatchStore } from '../data/item-batch-store.ts';
import type { batchDeps } from '../deps.ts';
import { batchView } from './item-batch-views.ts';

type Deps = Pick<ReturnType<typeof batchDeps>, 'names' | 'batches'>;
type Input = PageRequest & { memberId: string; of: Parameters<ItemBatchStore['list']>[1] };

/** Lists a page of a member's batches, with the names of those who started them. */
export const listItemBatches = async ({ names, batches }: Deps, { memberId, of, ...pageRequest }: Input) => {
  const page = await batches.list(memberId, of, pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, next } = page;
  const staff = await names(rows.map(({ by }) => by));
  return answer({ batches: rows.map(batchView), names: staff, ...(next === undefined ? {} : { next }) });
};
