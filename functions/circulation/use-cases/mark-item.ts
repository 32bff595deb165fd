import { actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { checkLastCopy, type LastCopyCheck } from '../../catalogue/public/check-last-copy.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { CirculationDeps } from '../deps.ts';
import { type Markable, markItem } from '../domain/items/mark-item.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { loadItemHold } from './load-item-holds.ts';
import type { OperationInput } from './operation-input.ts';

const unchecked: LastCopyCheck = { guards: [] };

type Body = { branchId: string; item: string; state: Markable };

/** Marks an item that is not on loan: missing, damaged, withdrawn and the like. */
export const markItemAs = async (
  deps: CirculationDeps,
  { actor, body, now, keep }: OperationInput<Body, { itemId: string; state: ItemState; was: ItemState }>,
) => {
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const { branchId, state: to } = body;
    const claim = await loadItemHold(deps, item, consistency);
    const { lastCopy, guards } = to === 'withdrawn' ? await checkLastCopy(deps.table, item) : unchecked;
    const decision = markItem({ item, to, branchId, at: iso(now), claim, lastCopy });
    if ('refused' in decision) return decision;
    const read = { item, holds: claim ? [claim] : [], by: actorName(actor), withWrites: guards };
    return { decided: decision, read, answer: { itemId: item.itemId, state: to, was: item.state } };
  };
  return decideAndSave(deps.table, plan, keep);
};
