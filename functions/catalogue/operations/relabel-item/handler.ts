import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { relabelItem } from '../../data/relabel-item.ts';
import { noteOf } from '../../use-cases/acts.ts';
import { toDescription } from '../../use-cases/item-writes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async (request, { table, ids, clock }) => {
    const { path, body, now, keep } = request;
    const { memberId, itemId } = path;
    const { barcode } = body;
    const outcome = await relabelItem(table, {
      ...{ memberId, itemId, barcode, note: noteOf({ ids, clock }, request), auditId: ids.next('audit', now) },
      keep: (item) => keep(toDescription(item)),
    });
    if (outcome === 'unknown-item') return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/path/itemId');
    if (outcome === 'barcode-taken')
      return refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode');
    return answer(toDescription(outcome));
  },
);
