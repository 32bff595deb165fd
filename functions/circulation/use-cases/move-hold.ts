import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { decideMoveHold } from '../domain/holds/move-hold.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { actorLabel, type HoldReference, loadHoldContext, loadOwnHold, withHold } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = OperationInput<{ branchId: string; item: string }, { hold: HoldView }> & { path: HoldReference };

/** Moves a hold to another copy of its title. */
export const moveHold = async (deps: CirculationDeps, { actor, path, body, now, keep }: Input) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const plan = async (consistency: { strong: boolean }) => {
    const [own, to] = await Promise.all([
      loadOwnHold(deps, { path, actor, branchId: body.branchId }, consistency),
      findItem(deps, body.item, consistency),
    ]);
    if ('refused' in own) return own;
    if ('refused' in to) return to;
    const { hold, item } = own;
    const { items, queue } = await loadHoldContext(deps, hold, consistency);
    const decision = decideMoveHold({ hold, to, items, policies, at: iso(now) });
    if ('refused' in decision) return decision;
    const after = decision.changes.holds[0]?.after ?? hold;
    const read = { item, holds: [hold], by: actorLabel(actor) };
    return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
  };
  return decideAndSave(deps.table, plan, keep);
};
