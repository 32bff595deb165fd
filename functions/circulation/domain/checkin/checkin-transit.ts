import { placeOnShelf, sendForHold } from '../holds/capture.ts';
import { type Draft, dropClaim, endTransit, fact, isHere } from './checkin-draft.ts';

const onTheWayForHold = (draft: Draft): boolean => {
  const { claim, item } = draft;
  if (claim === undefined || item.transit === undefined) return false;
  draft.because = 'for-hold';
  if (isHere(draft, claim.pickupBranch, 'holds')) {
    endTransit(draft, 'item-received');
    placeOnShelf(draft, claim);
  } else if (item.transit.to === claim.pickupBranch) {
    // Scanned on the way: the destination is unchanged, no new transit begins, only the scan is recorded (C3).
    draft.out.facts.push(fact(draft, 'item-forwarded', { holdId: claim.holdId, detail: { to: item.transit.to } }));
  } else {
    // The pickup branch changed during the transit (C61): the item is sent on from here.
    endTransit(draft, 'transit-cancelled');
    sendForHold(draft, claim);
  }
  return true;
};

const placedOnShelf = (draft: Draft): boolean => {
  const { claim } = draft;
  if (claim === undefined) return false;
  draft.because = 'for-hold';
  if (!isHere(draft, claim.pickupBranch, 'holds')) sendForHold(draft, claim);
  // Passed on to a hold with another pickup branch (C58) and brought here without a scan there: only now does it wait for its patron.
  else if (claim.state !== 'on-shelf') placeOnShelf(draft, claim);
  // A repeated scan on the shelf: it stays, and its expiry does not change.
  else draft.standsAt = claim.pickupBranch;
  return true;
};

/**
 * The third step of C1. Returns whether the route is settled: in transit for a hold, the item continues (C3) or goes on the shelf with
 * an expiry (C7); a cancelled hold settles nothing (C8). A transit home stays open unless this is home, since a hold may take the item
 * here (C5, C6); a transit that arrives is recorded, since an item that was sent here may stay (C18).
 */
export const receiveTransit = (draft: Draft): boolean => {
  const { item } = draft;
  const { transit } = item;
  if (item.state === 'on-hold-shelf' && placedOnShelf(draft)) return true;
  if (transit?.purpose === 'hold' && onTheWayForHold(draft)) return true;
  if (transit && isHere(draft, transit.to, transit.purpose === 'hold' ? 'holds' : 'nonHolds')) {
    draft.arrived = transit;
    endTransit(draft, 'item-received');
  } else if (transit?.purpose === 'hold') endTransit(draft, 'transit-cancelled');
  dropClaim(draft);
  return false;
};
