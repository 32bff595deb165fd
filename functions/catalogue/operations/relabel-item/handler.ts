import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { tableDeps } from '../../deps.ts';
import { noteOf } from '../../use-cases/describe-act.ts';
import { relabelItem } from '../../use-cases/relabel-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tableDeps, async (request, { table, ids, clock }) => {
  const { path, body, now, keep } = request;
  const { memberId, itemId } = path;
  const { barcode } = body;
  const outcome = await relabelItem(table, {
    ...{ memberId, itemId, barcode, note: noteOf({ ids, clock }, request), auditId: ids.next('audit', now) },
    keep,
  });
  if (outcome === 'unknown-item') return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/path/itemId');
  if (outcome === 'barcode-taken')
    return refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode');
  return answer(outcome);
});
