import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { itemBatchStore } from '../../data/item-batch-store.ts';
import { itemMappingStore } from '../../data/item-mapping-store.ts';
import { linesOfBarcodes } from '../../use-cases/gather-item-batch.ts';
import { batchView } from '../../use-cases/item-batches.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, members: itemMappingStore(table), batches: itemBatchStore(table) };
  },
  async ({ actor, path: { memberId }, body: { items, change, reason }, now }, { table, members, batches, ids }) => {
    if ('branchId' in items && !(await members.branches(memberId)).has(items.branchId))
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
