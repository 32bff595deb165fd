import { actorName } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationDeps } from '../deps.ts';
import { decideRetargetHold, type Giving } from '../domain/holds/retarget-hold.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { type HoldReference, loadDeskHold } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';
import { lookUp } from './target-holds.ts';

type Retargeted = { hold: HoldView; unchanged: boolean; page?: { itemId: string; barcode: string; branchId: string } };
type Body = { branchId: string; reason: Giving['reason']; note?: string | undefined; keepIfGood: boolean };

const answerOf = (before: Hold, after: Hold, copies: readonly ItemCirculation[]): Retargeted => {
  const copy = after.state === 'targeted' ? copies.find(({ itemId }) => itemId === after.targetItemId) : undefined;
  return {
    hold: holdView(after, []),
    unchanged: copy !== undefined && copy.itemId === before.targetItemId,
    ...(copy && { page: { itemId: copy.itemId, barcode: copy.barcode, branchId: copy.currentBranch } }),
  };
};

/** Retargets a hold to another item than the paged one, for a reason that the desk gives. */
export const retargetHold = async (
  deps: CirculationDeps,
  { actor, path, body, now, keep }: OperationInput<Body, Retargeted> & { path: HoldReference },
) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const { branchId, reason, note, keepIfGood: soft } = body;
  const plan = async (consistency: { strong: boolean }) => {
    const found = await loadDeskHold(deps, path, branchId, consistency);
    if ('refused' in found) return found;
    const { hold, copies: items } = found;
    const looked = await lookUp(deps.table, hold, items, policies, now);
    const giving = { reason, branchId, soft, ...(note !== undefined && { note }) };
    const decided = decideRetargetHold({ hold, items, policies, at: iso(now), looked }, giving);
    if ('refused' in decided) {
      return refuse('hold-wrong-state', `The hold is ${hold.state}: no copy is paged for it.`, '/path/holdId');
    }
    const { item, freedCopy, holds } = decided.changes;
    const copy = (itemId: string | undefined) => items.find((one) => one.itemId === itemId);
    const read = { item: copy(item?.after.itemId), freedCopy: copy(freedCopy?.after.itemId), holds: [hold] };
    const answer = answerOf(hold, holds[0]?.after ?? hold, items);
    return { decided, read: { ...read, by: actorName(actor) }, answer };
  };
  return decideAndSave(deps.table, plan, keep);
};
