import { addDays, dueAtEndOf, localDay } from '../calendar/days.ts';
import { moveOffClosedDays } from '../calendar/opening.ts';
import { type Draft, endTransit, fact } from './checkin-draft.ts';
import type { Hold } from './hold.ts';
import { ruleFor } from './policies.ts';

const about = (hold: Hold) => ({ holdId: hold.holdId, patronId: hold.patronId });

const shelfExpiry = ({ request, item }: Draft, hold: Hold): string => {
  const borrower = { homeMember: hold.patronMember, category: hold.patronCategory };
  const { holdShelfDays } = ruleFor(request.policies, item, hold.pickupBranch, borrower).values;
  const calendar = request.calendarOf(hold.pickupBranch);
  const day = moveOffClosedDays(calendar, addDays(localDay(calendar, request.at), holdShelfDays), 'later');
  return dueAtEndOf(calendar, day);
};

/** Puts the item on the hold shelf of this branch until an expiry on an open day (C7). */
export const placeOnShelf = (draft: Draft, hold: Hold): void => {
  const shelfExpiresAt = shelfExpiry(draft, hold);
  const { pickupBranch } = hold;
  const { targetedAt: _at, lookAt: _look, ...rest } = hold;
  const after: Hold = { ...rest, state: 'on-shelf', targetItemId: draft.item.itemId, shelfExpiresAt, v: hold.v + 1 };
  draft.out.changes.holds.push({ after, expect: hold.v });
  draft.out.facts.push(fact(draft, 'hold-on-shelf', { ...about(hold), detail: { shelfExpiresAt } }));
  draft.item = { ...draft.item, state: 'on-hold-shelf', hold: { ...about(hold), pickupBranch, shelfExpiresAt } };
};

/** Sends the item from here to the pickup branch; a captured copy on its way has no shelf expiry yet (C7). */
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
    ...draft.item,
    state: 'in-transit',
    transit: { from: branchId, to, purpose: 'hold', holdId, sentAt: at },
    hold: { ...about(hold), pickupBranch: to },
  };
};

/** Takes the item for a hold: onto the shelf when this is its pickup branch (C6), else on its way there from here (C5). */
export const capture = (draft: Draft, hold: Hold): void => {
  endTransit(draft, 'transit-cancelled');
  if (hold.targetItemId !== undefined && hold.targetItemId !== draft.item.itemId) {
    draft.out.changes.release = { itemId: hold.targetItemId, holdId: hold.holdId };
  }
  if (hold.pickupBranch === draft.request.branchId) placeOnShelf(draft, hold);
  else sendForHold(draft, hold);
};
