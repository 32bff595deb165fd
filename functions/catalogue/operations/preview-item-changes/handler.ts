import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { batchPreviewDeps } from '../../deps.ts';
import { linesOfBarcodes } from '../../use-cases/gather-item-batch.ts';
import { batchView } from '../../use-cases/item-batch-views.ts';
import { openRecordBatch } from '../../use-cases/open-record-batch.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  batchPreviewDeps,
  async ({ actor, path: { memberId }, body, now }, { mappings, ids, ...deps }) => {
    const { table, batches } = deps;
    const { reason } = body;
    const base = { batchId: ids.next('item-batch', now), memberId, at: iso(now), by: actorName(actor) };
    if ('steps' in body) return openRecordBatch(deps, { ...base, ...body });
    const { items, change } = body;
    const opened = { ...base, change, ...(reason !== undefined && { reason }) };
    if (!('branchId' in items)) {
      const lines = await linesOfBarcodes(table, memberId, items.barcodes, change);
      return answer(
        batchView(await batches.open({ ...opened, choice: { barcodes: true }, state: 'previewed' }, lines)),
      );
    }
    if (!(await mappings.branches(memberId)).has(items.branchId))
      return refuse('branch-elsewhere', `${memberId} has no branch ${items.branchId}.`, '/body/items/branchId');
    return answer(batchView(await batches.open({ ...opened, choice: items, state: 'gathering' }, [])));
  },
);
