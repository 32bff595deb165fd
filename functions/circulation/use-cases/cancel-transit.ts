import { actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { CirculationDeps } from '../deps.ts';
import { type CancelReason, decideCancelTransit } from '../domain/items/move-item.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { loadItemHold } from './load-item-holds.ts';
import type { OperationInput } from './operation-input.ts';

type Body = { branchId: string; item: string; reason: CancelReason; force: boolean };

/** Cancels the transit of an item, or the request to move it. */
export const cancelTransit = async (
  deps: CirculationDeps,
  { actor, body, now, keep }: OperationInput<Body, { itemId: string; state: ItemState }>,
) => {
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const { branchId, reason, force: forced } = body;
    const claim = await loadItemHold(deps, item, consistency);
    const decision = decideCancelTransit({ item, branchId, reason, forced, at: iso(now), claim });
    if ('refused' in decision) return decision;
    const { itemId, state } = decision.changes.item?.after ?? item;
    const read = { item, holds: claim ? [claim] : [], by: actorName(actor) };
    return { decided: decision, read, answer: { itemId, state } };
  };
  return decideAndSave(deps.table, plan, keep);
};
