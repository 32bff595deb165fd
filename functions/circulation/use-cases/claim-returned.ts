import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { claimReturned } from '../domain/items/lost-and-claimed.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import type { OperationInput } from './operation-input.ts';

type Body = { branchId: string; item: string };

/** Records that a patron claims to have returned an item, and counts the claims of the patron. */
export const claimItemReturned = async (
  deps: CirculationDeps,
  { body, now, keep }: OperationInput<Body, { itemId: string; state: 'claimed-returned'; claims: number }>,
) => {
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const decision = claimReturned({ item, at: iso(now), branchId: body.branchId });
    if ('refused' in decision) return decision;
    const patron = item.loan && (await deps.status(item.loan.patronId, consistency));
    const claims = (patron?.counters.claims ?? 0) + 1;
    const answer = { itemId: item.itemId, state: 'claimed-returned' as const, claims };
    return { decided: decision, read: { item }, answer };
  };
  return decideAndSave(deps.table, plan, keep);
};
