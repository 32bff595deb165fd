import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { Hold } from './hold.ts';
import { canFill } from './hold-queue.ts';
import type { ItemCirculation } from './item-circulation.ts';
import type { CirculationPolicies } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The copy to fetch for a hold: one on its shelf, at the pickup branch first, then at its member, then by branch and id (C36). Copies paged for others are left alone (C38). */
export const chooseTarget = (items: readonly ItemCirculation[], pickupBranch: string): ItemCirculation | undefined => {
  const nearness = (item: ItemCirculation): number => {
    if (item.currentBranch === pickupBranch) return 0;
    return pickupBranch.startsWith(`${item.memberId}.`) ? 1 : 2;
  };
  return items
    .filter((item) => item.state === 'available')
    .toSorted(
      (one, other) =>
        nearness(one) - nearness(other) ||
        text(one.currentBranch, other.currentBranch) ||
        text(one.itemId, other.itemId),
    )[0];
};

/**
 * Decides that a hold is targeted: the copy is paged, the hold names it. Give all copies of the record; those that may
 * not fill this hold are passed over. Refuses a hold that does not wait, and when no copy is on its shelf.
 */
export const decideTargetHold = (
  hold: Hold,
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  at: string,
): Decision<RefusalFor<'targetHold'>> => {
  const target = chooseTarget(
    items.filter((item) => canFill(item, hold, policies)),
    hold.pickupBranch,
  );
  const findings: Finding<RefusalFor<'targetHold'>>[] = [
    finding('hold-wrong-state', hold.state === 'placed', `The hold is ${hold.state}`),
    finding('item-wrong-state', target !== undefined, target ? `Copy ${target.itemId}` : 'No copy is on its shelf'),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0 || target === undefined) return { refused, explain };
  const { holdId, patronId, pickupBranch, patronMember } = hold;
  const out = nothingYet();
  out.changes.holds.push({
    after: { ...hold, state: 'targeted', targetItemId: target.itemId, v: hold.v + 1 },
    expect: hold.v,
  });
  out.changes.item = {
    after: { ...target, state: 'paged', hold: { holdId, patronId, pickupBranch }, v: target.v + 1 },
    expect: target.v,
  };
  const members = { owner: target.memberId, patron: patronMember };
  out.facts.push({
    name: 'hold-targeted',
    at,
    members,
    holdId,
    patronId,
    itemId: target.itemId,
    branchId: target.currentBranch,
  });
  return { ...out, explain };
};

/** Frees a copy whose page is stale (`Changes.release`): available again if it is still paged for that hold, else unchanged (nothing given). */
export const releasePage = (item: ItemCirculation, holdId: string): ItemCirculation | undefined => {
  if (item.state !== 'paged' || item.hold?.holdId !== holdId) return undefined;
  const { hold: _hold, ...rest } = item;
  return { ...rest, state: 'available', v: item.v + 1 };
};
