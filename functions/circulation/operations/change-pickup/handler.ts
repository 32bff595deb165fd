import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { decideChangePickup } from '../../domain/change-pickup.ts';
import { holdView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { actorLabel, loadHoldContext, loadOwnHold, withHold } from '../../use-cases/load-hold.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const branch = await house.branches.known(body.pickupBranch, now);
  if (!branch) return refuse('unknown-branch', `${body.pickupBranch} is no branch.`, '/body/pickupBranch');
  const pickup = { branchId: branch.branchId, allowsPickup: branch.pickup };
  // Only whoever stands at a desk can take a copy off its shelf.
  const send = body.send && actor?.kind !== 'patron';
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const own = await loadOwnHold(house, { path, actor, branchId: body.branchId }, reading);
      if ('refused' in own) return own;
      const { hold, item } = own;
      const { items, queue } = await loadHoldContext(house, hold, reading);
      const copies = item ? [...items.filter(({ itemId }) => itemId !== item.itemId), item] : items;
      const decision = decideChangePickup({ hold, pickup, items: copies, policies, at: iso(now), send });
      if ('refused' in decision) return decision;
      const after = decision.changes.holds[0]?.after ?? hold;
      const read = { item, holds: [hold], by: actorLabel(actor) };
      return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
