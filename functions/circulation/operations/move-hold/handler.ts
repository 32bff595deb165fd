import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { decideMoveHold } from '../../domain/move-hold.ts';
import { holdView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { actorLabel, loadHoldContext, loadOwnHold, withHold } from '../../use-cases/load-hold.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const [own, to] = await Promise.all([
        loadOwnHold(house, { path, actor, branchId: body.branchId }, reading),
        findItem(house, body.item, reading),
      ]);
      if ('refused' in own) return own;
      if ('refused' in to) return to;
      const { hold, item } = own;
      const { items, queue } = await loadHoldContext(house, hold, reading);
      const decision = decideMoveHold({ hold, to, items, policies, at: iso(now) });
      if ('refused' in decision) return decision;
      const after = decision.changes.holds[0]?.after ?? hold;
      const read = { item, holds: [hold], by: actorLabel(actor) };
      return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
