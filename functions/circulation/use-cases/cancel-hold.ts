import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { decideCancelHold } from '../domain/holds/end-hold.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { actorLabel, type HoldReference, loadOwnHold, loadShelf } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = OperationInput<{ branchId?: string | undefined }, { hold: HoldView }> & { path: HoldReference };

/** Cancels a hold; an item on the hold shelf goes to the next hold that it can fill. */
export const cancelHold = async (deps: CirculationDeps, { actor, path, body, now, keep }: Input) => {
  // At a self-check, the patron cancels.
  const reason = actor?.kind === 'staff' ? 'by-staff' : 'by-patron';
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const plan = async (consistency: { strong: boolean }) => {
    const own = await loadOwnHold(deps, { path, actor, branchId: body.branchId }, consistency);
    if ('refused' in own) return own;
    const { hold, item } = own;
    const { shelf } = await loadShelf(deps, own, policies, now, consistency);
    const decision = decideCancelHold({ ...own, reason, at: iso(now), ...(shelf && { shelf }) });
    if ('refused' in decision) return decision;
    const ended = decision.changes.holds[0]?.after ?? hold;
    const read = { item, holds: [hold, ...(shelf?.queue ?? [])], by: actorLabel(actor) };
    return { decided: decision, read, answer: { hold: holdView(ended, []) } };
  };
  return decideAndSave(deps.table, plan, keep);
};
