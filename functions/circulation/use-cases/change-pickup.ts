import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { decideChangePickup } from '../domain/holds/change-pickup.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { actorLabel, type HoldReference, loadHoldContext, loadOwnHold, withHold } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';

type Body = { pickupBranch: string; send: boolean; branchId?: string | undefined };
type Input = OperationInput<Body, { hold: HoldView }> & { path: HoldReference };

/** Changes the pickup branch of a hold; a desk may also send an item from the hold shelf. */
export const changePickup = async (deps: CirculationDeps, { actor, path, body, now, keep }: Input) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const branch = await deps.branches.known(body.pickupBranch, now);
  if (!branch) return refuseUnknownBranch(body.pickupBranch, '/body/pickupBranch');
  const pickup = { branchId: branch.branchId, allowsPickup: branch.pickup };
  // Only desk staff can take an item off its shelf.
  const send = body.send && actor?.kind !== 'patron';
  const plan = async (consistency: { strong: boolean }) => {
    const own = await loadOwnHold(deps, { path, actor, branchId: body.branchId }, consistency);
    if ('refused' in own) return own;
    const { hold, item } = own;
    const { items, queue } = await loadHoldContext(deps, hold, consistency);
    const copies = item ? [...items.filter(({ itemId }) => itemId !== item.itemId), item] : items;
    const decision = decideChangePickup({ hold, pickup, items: copies, policies, at: iso(now), send });
    if ('refused' in decision) return decision;
    const after = decision.changes.holds[0]?.after ?? hold;
    const read = { item, holds: [hold], by: actorLabel(actor) };
    return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
  };
  return decideAndSave(deps.table, plan, keep);
};
