import { decideCancelHold } from '../../../layers/domain/circulation/end-hold.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { circulationHouse } from '../house.ts';
import { holdView } from '../views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ actor, path, now }, house) => {
  const reason = actor?.kind === 'patron' ? 'by-patron' : 'by-staff';
  const outcome = await decideAndSave(house.table, async (reading) => {
    const hold = await house.holds.get(path.recordId, path.holdId, reading);
    if (!hold || (actor?.kind === 'patron' && hold.patronId !== actor.id)) {
      return refuse('unknown-hold', 'There is no such hold of yours.', '/path/holdId');
    }
    const target = hold.targetItemId;
    const item = target === undefined ? undefined : await house.items.get(target, reading);
    const decision = decideCancelHold({ hold, reason, at: iso(now), ...(item && { item }) });
    if ('refused' in decision) return decision;
    const ended = decision.changes.holds[0]?.after ?? hold;
    return { decided: decision, read: { item, holds: [hold] }, answer: { hold: holdView(ended, []) } };
  });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
