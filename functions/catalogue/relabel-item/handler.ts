import { toDescription } from '../../../layers/data/catalogue/item-writes.ts';
import { relabelItem } from '../../../layers/data/catalogue/relabel-item.ts';
import { openTable } from '../../../layers/data/table.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, path: { memberId, itemId }, body: { barcode }, now }, { table, ids }) => {
    const audit = { at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) };
    const outcome = await relabelItem(table, { memberId, itemId, barcode, audit });
    if (outcome === 'unknown-item') return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/path/itemId');
    if (outcome === 'barcode-taken')
      return refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode');
    return answer(toDescription(outcome));
  },
);
