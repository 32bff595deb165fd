import { placeOnShelf, sendForHold } from './capture.ts';
import { type Draft, dropClaim, endTransit, fact } from './checkin-draft.ts';

const onTheWayForHold = (draft: Draft): boolean => {
  const { claim, item, request } = draft;
  if (claim === undefined || item.transit === undefined) return false;
  if (item.transit.to !== request.branchId) {
    // Passing through: the destination stands, no new transit begins, only the scan is told (C3).
    draft.out.facts.push(fact(draft, 'item-forwarded', { holdId: claim.holdId, detail: { to: item.transit.to } }));
    return true;
  }
  endTransit(draft, 'item-received');
  placeOnShelf(draft, claim);
  return true;
};

const standingOnShelf = (draft: Draft): boolean => {
  const { claim, item, request } = draft;
  if (claim === undefined) return false;
  // Scanned again where it waits: it stays, and its expiry does not move.
  if (item.hold?.pickupBranch !== request.branchId) sendForHold(draft, claim);
  return true;
};

/**
 * The third step of C1. Gives whether the item's way is settled: travelling for a hold, it goes on (C3) or to the shelf
 * with an expiry (C7); a cancelled hold settles nothing (C8). A transit home stays open unless this is home, since a
 * hold may take the item here (C5, C6).
 */
export const receiveTransit = (draft: Draft): boolean => {
  const { item, request } = draft;
  if (item.state === 'on-hold-shelf' && standingOnShelf(draft)) return true;
  if (item.transit?.purpose === 'hold' && onTheWayForHold(draft)) return true;
  if (item.transit?.to === request.branchId) endTransit(draft, 'item-received');
  else if (item.transit?.purpose === 'hold') endTransit(draft, 'transit-cancelled');
  dropClaim(draft);
  return false;
};
