import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { CirculationDeps } from '../deps.ts';
import { countInHouseUse } from '../domain/items/mark-item.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import type { OperationInput } from './operation-input.ts';

type Body = { branchId: string; item: string };

/** Counts an in-house use of an item. */
export const useInHouse = async (
  deps: CirculationDeps,
  { body, now, keep }: OperationInput<Body, { itemId: string; uses: number; state: ItemState }>,
) => {
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const decided = countInHouseUse(item, body.branchId, iso(now));
    const { itemId, state, usedInHouse: uses = 1 } = decided.changes.item?.after ?? item;
    return { decided, read: { item }, answer: { itemId, uses, state } };
  };
  return decideAndSave(deps.table, plan, keep);
};
