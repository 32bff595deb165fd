import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { batchPreviewDeps } from '../../deps.ts';
import { linesOfBarcodes } from '../../use-cases/gather-item-batch.ts';
import { batchView } from '../../use-cases/item-batch-views.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  batchPreviewDeps,
  async ({ actor, path: { memberId }, body: { items, change, reason }, now }, { table, mappings, batches, ids }) => {
    if ('branchId' in items && !(await mappings.branches(memberId)).has(items.branchId))
      return refuse('branch-elsewhere', `${memberId} has no branch ${items.branchId}.`, '/body/items/branchId');
    const opened = {
      ...{ batchId: ids.next('item-batch', now), memberId, change, at: iso(now), by: actorName(actor) },
      ...(reason !== undefined && { reason }),
    };
    if ('branchId' in items)
      return answer(batchView(await batches.open({ ...opened, choice: items, state: 'gathering' }, [])));
    const lines = await linesOfBarcodes(table, memberId, items.barcodes, change);
    return answer(batchView(await batches.open({ ...opened, choice: { barcodes: true }, state: 'previewed' }, lines)));
  },
);
