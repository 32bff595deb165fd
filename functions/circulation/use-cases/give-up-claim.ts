import { actorName } from '../../../layers/platform/http/actor.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationDeps } from '../deps.ts';
import { claimMissing } from '../domain/items/lost-and-claimed.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import type { OperationInput } from './operation-input.ts';

type Body = { branchId: string; item: string; comment: string };

/** Gives up the search for an item that its patron claims to have returned: it is missing from now on. */
export const giveUpClaim = async (
  deps: CirculationDeps,
  { actor, body, now, keep }: OperationInput<Body, { itemId: string; state: 'missing' }>,
) => {
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const { branchId, comment } = body;
    const decision = claimMissing({ item, at: iso(now), branchId });
    if ('refused' in decision) return decision;
    const audit = {
      subject: `item:${item.itemId}`,
      ...{ at: iso(now), auditId: deps.ids.next('audit', now), by: actorName(actor) },
      did: 'gave up the search for an item claimed returned',
      detail: { branchId, comment },
    };
    return { decided: decision, read: { item, audit }, answer: { itemId: item.itemId, state: 'missing' as const } };
  };
  return decideAndSave(deps.table, plan, keep);
};
