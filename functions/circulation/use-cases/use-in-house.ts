import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { CirculationDeps } from '../deps.ts';
import { countInHouseUse } from '../domain/items/mark-item.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import { madeOffline } from './offline.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

type Body = { branchId: string; item: string; madeAt?: string | undefined };
type Input = OperationInput<Body, { itemId: string; uses: number; state: ItemState }>;

/** Returns when a desk recorded the use; reads the policies only for one that it recorded offline. */
const usedAt = async (deps: CirculationDeps, { actor, body: { madeAt }, now }: Input) => {
  if (madeAt === undefined) return { made: { madeAt: iso(now) } };
  const policies = await deps.policiesAt(now);
  return policies ? madeOffline({ actor, madeAt, policies, now }) : refuseWithoutPolicies();
};

/** Counts an in-house use of an item. */
export const useInHouse = async (deps: CirculationDeps, input: Input) => {
  const { body, now, keep } = input;
  const at = await usedAt(deps, input);
  if ('refused' in at) return at;
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const decided = countInHouseUse(item, body.branchId, at.made.madeAt ?? iso(now));
    const { itemId, state, usedInHouse: uses = 1 } = decided.changes.item?.after ?? item;
    return { decided, read: { item }, answer: { itemId, uses, state } };
  };
  return decideAndSave(deps.table, plan, keep);
};
