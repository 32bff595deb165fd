import { sumsByCurrency } from '../../../layers/kernel/money/money.ts';
import { actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { declareLost } from '../domain/items/lost-and-claimed.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { lostChargeIds } from './lost-charge-ids.ts';
import type { OperationInput } from './operation-input.ts';

type LostItem = {
  itemId: string;
  state: 'lost' | 'lost-and-paid';
  charged?: { amount: number; currency: string };
};
type Body = { branchId: string; item: string };

/** Declares the loan of an item lost and charges it by the terms of the loan. */
export const declareItemLost = async (
  deps: CirculationDeps,
  { actor, body, now, keep }: OperationInput<Body, LostItem>,
) => {
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const ids = lostChargeIds(deps.ids, now);
    const decision = declareLost({ item, at: iso(now), branchId: body.branchId, ids });
    if ('refused' in decision) return decision;
    const { bills } = decision.changes;
    const [charged] = sumsByCurrency(bills);
    const state = bills.some(({ kind }) => kind === 'lost') ? 'lost' : 'lost-and-paid';
    const answer: LostItem = { itemId: item.itemId, state, ...(charged && { charged }) };
    return { decided: decision, read: { item, by: actorName(actor) }, answer };
  };
  return decideAndSave(deps.table, plan, keep);
};
