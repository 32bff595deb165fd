import type { Hold } from '../../../items/public/hold.ts';
import { type Draft, endTransit, fact, isHere } from '../checkin/checkin-draft.ts';
import { boundFor } from '../loans/interlibrary-item.ts';
import { shelfExpiryOf } from './shelf-expiry.ts';

const about = (hold: Hold) => ({ holdId: hold.holdId, patronId: hold.patronId });

const shelfExpiry = ({ request, item }: Draft, hold: Hold): string =>
  shelfExpiryOf({
    ...{ policies: request.policies, item, hold, at: request.at },
    calendar: request.calendarOf(hold.pickupBranch),
  });

/** Places the item on the hold shelf of the pickup branch, which is here or in this building, until an expiry on an open day (C7, C14). */
export const placeOnShelf = (draft: Draft, hold: Hold): void => {
  const shelfExpiresAt = shelfExpiry(draft, hold);
  const { pickupBranch } = hold;
  const { targetedAt: _at, lookAt: _look, ...rest } = hold;
  const after: Hold = { ...rest, state: 'on-shelf', targetItemId: draft.item.itemId, shelfExpiresAt, v: hold.v + 1 };
  draft.out.changes.holds.push({ after, expect: hold.v });
  draft.out.facts.push(fact(draft, 'hold-on-shelf', { ...about(hold), detail: { shelfExpiresAt } }));
  draft.standsAt = pickupBranch;
  const claim = { ...about(hold), pickupBranch, shelfExpiresAt };
  draft.item = { ...boundFor(draft.item, hold), state: 'on-hold-shelf', hold: claim };
};

/** Sends the item from here to the pickup branch; a captured copy in transit has no shelf expiry yet (C7). */
export const sendForHold = (draft: Draft, hold: Hold): void => {
  const { shelfExpiresAt: _expiry, targetedAt: _at, lookAt: _look, ...travelling } = hold;
  const { branchId, at } = draft.request;
  const { pickupBranch: to, holdId } = hold;
  const after: Hold = { ...travelling, state: 'in-transit', targetItemId: draft.item.itemId, v: hold.v + 1 };
  draft.out.changes.holds.push({ after, expect: hold.v });
  draft.out.facts.push(
    fact(draft, 'hold-in-transit', about(hold)),
    fact(draft, 'item-sent', { holdId, detail: { to, purpose: 'hold' } }),
  );
  draft.item = {
    ...boundFor(draft.item, hold),
    state: 'in-transit',
    transit: { from: branchId, to, purpose: 'hold', holdId, sentAt: at },
    hold: { ...about(hold), pickupBranch: to },
  };
};

/**
 * Captures the item for a hold: places it on the shelf when this is its pickup branch or the same building (C6, C14), otherwise sends it
 * there (C5).
 */
export const capture = (draft: Draft, hold: Hold): void => {
  endTransit(draft, 'transit-cancelled');
  draft.because = 'for-hold';
  if (hold.targetItemId !== undefined && hold.targetItemId !== draft.item.itemId) {
    draft.out.changes.pageToRelease = { itemId: hold.targetItemId, holdId: hold.holdId };
  }
  if (isHere(draft, hold.pickupBranch, 'holds')) placeOnShelf(draft, hold);
  else sendForHold(draft, hold);
};
