import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ItemBatch } from '../data/item-batch-store.ts';
import type { batchPreviewDeps } from '../deps.ts';
import type { ItemChange, ItemChoice } from '../domain/items/item-batch.ts';
import { linesOfBarcodes } from './gather-item-batch.ts';
import { batchView } from './item-batch-views.ts';

type Deps = Pick<ReturnType<typeof batchPreviewDeps>, 'table' | 'mappings' | 'batches'>;
type Input = Pick<ItemBatch, 'batchId' | 'memberId' | 'at' | 'by'> & {
  items: ItemChoice;
  change: ItemChange;
  reason?: string;
};

/** Opens a batch change of a member's items: with its preview when they are listed; else they are looked for in the background. */
export const previewItemChanges = async ({ table, mappings, batches }: Deps, { items, ...opened }: Input) => {
  const { memberId, change } = opened;
  if (!('branchId' in items)) {
    const lines = await linesOfBarcodes(table, memberId, items.barcodes, change);
    return answer(batchView(await batches.open({ ...opened, choice: { barcodes: true }, state: 'previewed' }, lines)));
  }
  if (!(await mappings.branches(memberId)).has(items.branchId))
    return refuse('branch-elsewhere', `${memberId} has no branch ${items.branchId}.`, '/body/items/branchId');
  return answer(batchView(await batches.open({ ...opened, choice: items, state: 'gathering' }, [])));
};
