import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type Decided, type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { borrowerOf, type CirculationPolicies } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { type CopyOutlook, copyOutlook } from '../items/copies.ts';
import { wants } from './hold-level.ts';
import { canFill } from './hold-queue.ts';
import type { HoldReset } from './hold-reset.ts';
import { fillJudge } from './may-fill.ts';
import { reachFinding } from './place-hold.ts';
import { releasePage } from './target-hold.ts';

/** A request for another pickup branch of a hold. */
export type ChangePickupRequest = {
  hold: Hold;
  pickup: { branchId: string; allowsPickup: boolean };
  /** All copies that the hold could use, including its target copy. */
  items: readonly ItemCirculation[];
  policies: CirculationPolicies;
  at: string;
  /** Staff request that a copy on the shelf is sent to the new branch (C61). */
  send?: boolean;
};

const onRequestOnly = ({ now, later, onRequest }: CopyOutlook): boolean => now + later === 0 && onRequest > 0;

/** Returns whether a copy has been captured for the hold; the other copies are then irrelevant. */
const hasCopy = ({ state }: Hold): boolean => state === 'in-transit' || state === 'on-shelf';

/** Checks whether a copy can reach the new branch: one of those that the hold could use, or the one already captured for it (C26). */
const reaches = ({ hold, pickup, items, policies, at }: ChangePickupRequest, mine: readonly ItemCirculation[]) => {
  const captured = items.find(({ itemId }) => hasCopy(hold) && itemId === hold.targetItemId);
  const there: Hold = { ...hold, pickupBranch: pickup.branchId };
  if (captured === undefined) return reachFinding(there, mine, policies, at);
  const barrier = fillJudge(policies, at)(captured, there, captured.currentBranch);
  const detail = barrier === undefined ? 'Nothing stands in the way' : `In the way: ${barrier}`;
  return finding('out-of-reach', barrier === undefined, detail);
};

const findingsOf = (request: ChangePickupRequest) => {
  const { hold, pickup, items, policies, send } = request;
  const borrower = borrowerOf(hold);
  const mine = items.filter((item) => wants(hold, item));
  const outlook = copyOutlook(mine, policies, pickup.branchId, borrower);
  const { now, later, onRequest } = outlook;
  const counts = `${now} copies now, ${later} later, ${onRequest} on request only`;
  const has = hasCopy(hold);
  return [
    finding('hold-over', !isOver(hold), `The hold is ${hold.state}`),
    finding('pickup-same', hold.pickupBranch !== pickup.branchId, `Pickup at ${hold.pickupBranch}`),
    finding('pickup-not-allowed', pickup.allowsPickup, `Pickup at ${pickup.branchId}`, { branch: pickup.branchId }),
    finding('hold-on-shelf', hold.state !== 'on-shelf' || send === true, `The hold is ${hold.state}`),
    finding('no-holdable-copy', has || now + later + onRequest > 0, counts),
    finding('only-on-request', has || !onRequestOnly(outlook), counts),
    reaches(request, mine),
  ] satisfies Finding<RefusalFor<'changePickup'>>[];
};

/** Updates the paged or captured copy with the new branch; releases a paged copy that may not go there. */
const withItem = (out: Decided, { hold, pickup, policies, at }: ChangePickupRequest, item: ItemCirculation): void => {
  const claim = item.hold;
  if (claim?.holdId !== hold.holdId) return;
  const moved: Hold = { ...hold, pickupBranch: pickup.branchId };
  const { shelfExpiresAt: _expiry, ...remaining } = claim;
  if (hold.state === 'targeted' && !canFill(item, moved, policies)) {
    const freedCopy = releasePage(item, hold.holdId);
    if (freedCopy) out.changes.item = { after: freedCopy, expect: item.v };
    const copy = { itemId: item.itemId, copyBranch: item.currentBranch };
    const reset: HoldReset = { holdId: hold.holdId, at, v: hold.v + 1, reason: 'pickup-moved', ...copy };
    out.changes.resets = [reset];
    return;
  }
  const after: ItemCirculation = { ...item, hold: { ...remaining, pickupBranch: pickup.branchId }, v: item.v + 1 };
  // A copy in transit continues to its destination and is forwarded there; the courier's slip cannot be changed.
  out.changes.item = { after, expect: item.v };
};

const movedHold = (hold: Hold, pickupBranch: string, keepsCopy: boolean): Hold => {
  const { hopelessSince: _hopeless, shelfExpiresAt: _expiry, ...rest } = hold;
  const v = hold.v + 1;
  if (hold.state === 'on-shelf') return { ...rest, state: 'targeted', pickupBranch, v };
  if (hold.state === 'targeted' && !keepsCopy) {
    const { targetItemId: _target, targetedAt: _at, lookAt: _look, ...free } = rest;
    return { ...free, state: 'placed', pickupBranch, v };
  }
  return { ...rest, pickupBranch, v };
};

/**
 * Decides a change of pickup branch: while the hold waits and while its copy is in transit; from the shelf only when staff ask to send
 * the copy, which then stays reserved for the hold until the desk scans it (C61). Refuses a branch that would have been refused when the
 * hold was placed (C30).
 */
export const decideChangePickup = (request: ChangePickupRequest): Decision<RefusalFor<'changePickup'>> => {
  const { hold, pickup, items, at } = request;
  const findings = findingsOf(request);
  const explain = { checks: findings };
  const refused = refusalsIn<RefusalFor<'changePickup'>>(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const item = items.find(({ itemId }) => itemId === hold.targetItemId);
  if (item) withItem(out, request, item);
  const after = movedHold(hold, pickup.branchId, out.changes.resets === undefined);
  out.changes.holds.push({ after, expect: hold.v });
  const { holdId, patronId, patronMember } = hold;
  const about = { at, members: { patron: patronMember }, holdId, patronId, branchId: pickup.branchId };
  out.facts.push({ name: 'hold-changed', ...about, detail: { from: hold.pickupBranch } });
  return { ...out, explain };
};
