import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { circulationDeps } from '../../deps.ts';
import { decideRetargetHold } from '../../domain/retarget-hold.ts';
import { holdView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { loadDeskHold } from '../../use-cases/desk-hold.ts';
import { lookUp } from '../../use-cases/target-holds.ts';
import { contract } from './contract.ts';

const answerOf = (before: Hold, after: Hold, copies: readonly ItemCirculation[]) => {
  const copy = after.state === 'targeted' ? copies.find(({ itemId }) => itemId === after.targetItemId) : undefined;
  return {
    hold: holdView(after, []),
    kept: copy !== undefined && copy.itemId === before.targetItemId,
    ...(copy && { page: { itemId: copy.itemId, barcode: copy.barcode, branchId: copy.currentBranch } }),
  };
};

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const { branchId, reason, note, keepIfGood: soft } = body;
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const found = await loadDeskHold(house, path, branchId, reading);
      if ('refused' in found) return found;
      const { hold, copies: items } = found;
      const looked = await lookUp(house.table, hold, items, policies, now);
      const giving = { reason, branchId, soft, ...(note !== undefined && { note }) };
      const decided = decideRetargetHold({ hold, items, policies, at: iso(now), looked }, giving);
      if ('refused' in decided) {
        return refuse('hold-wrong-state', `The hold is ${hold.state}: no copy is paged for it.`, '/path/holdId');
      }
      const { item, freedCopy: freed, holds } = decided.changes;
      const copy = (itemId: string | undefined) => items.find((one) => one.itemId === itemId);
      const read = { item: copy(item?.after.itemId), freed: copy(freed?.after.itemId), holds: [hold] };
      return {
        decided,
        read: { ...read, by: actorName(actor) },
        answer: answerOf(hold, holds[0]?.after ?? hold, items),
      };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
