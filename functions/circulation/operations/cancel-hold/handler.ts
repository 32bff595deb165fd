import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { decideCancelHold } from '../../domain/end-hold.ts';
import { holdView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { actorLabel, loadOwnHold, loadShelf } from '../../use-cases/load-hold.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const reason = actor?.kind === 'patron' ? 'by-patron' : 'by-staff';
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const own = await loadOwnHold(house, { path, actor, branchId: body.branchId }, reading);
      if ('refused' in own) return own;
      const { hold, item } = own;
      const { shelf } = await loadShelf(house, own, policies, now, reading);
      const decision = decideCancelHold({ ...own, reason, at: iso(now), ...(shelf && { shelf }) });
      if ('refused' in decision) return decision;
      const ended = decision.changes.holds[0]?.after ?? hold;
      const read = { item, holds: [hold, ...(shelf?.queue ?? [])], by: actorLabel(actor) };
      return { decided: decision, read, answer: { hold: holdView(ended, []) } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
