import { placeOnShelf, sendForHold } from './capture.ts';
import { type Draft, dropClaim, endTransit, fact, isHere } from './checkin-draft.ts';

const onTheWayForHold = (draft: Draft): boolean => {
  const { claim, item } = draft;
  if (claim === undefined || item.transit === undefined) return false;
  draft.because = 'for-hold';
  if (isHere(draft, claim.pickupBranch, 'holds')) {
    endTransit(draft, 'item-received');
    placeOnShelf(draft, claim);
  } else if (item.transit.to === claim.pickupBranch) {
    // Passing through: the destination stands, no new transit begins, only the scan is told (C3).
    draft.out.facts.push(fact(draft, 'item-forwarded', { holdId: claim.holdId, detail: { to: item.transit.to } }));
  } else {
    // The pickup was moved under way (C61): it turns here.
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
  // Given on to a hold picked up elsewhere (C58) and brought here without a scan there: only now does it wait for its patron.
  else if (claim.state !== 'on-shelf') placeOnShelf(draft, claim);
  // Scanned again where it waits: it stays, and its expiry does not move.
  else draft.standsAt = claim.pickupBranch;
  return true;
};

/**
 * The third step of C1. Gives whether the item's way is settled: travelling for a hold, it goes on (C3) or to the shelf
 * with an expiry (C7); a cancelled hold settles nothing (C8). A transit home stays open unless this is home, since a
 * hold may take the item here (C5, C6); one that arrives is kept in mind, since what was sent here may stay (C18).
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
