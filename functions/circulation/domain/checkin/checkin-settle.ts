import { isBorrowed } from '../../../items/public/borrowed-item.ts';
import { guestOf } from '../../../items/public/guest-of.ts';
import { isTransferPurpose } from '../../../items/public/is-transfer-purpose.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { packGuest } from '../../../items/public/pack-guest.ts';
import type { Transit } from '../../../items/public/transit.ts';
import type { Because } from '../decisions/next-step.ts';
import { movementOf } from '../decisions/policies.ts';
import { returnBranch } from '../items/movement-rules.ts';
import { isInterlibraryItem } from '../loans/interlibrary-item.ts';
import { type Draft, endTransit, fact, isHere } from './checkin-draft.ts';
import { floatOutcome } from './float.ts';

const stay = (draft: Draft, branchId: string, because: Because, more: Partial<ItemCirculation> = {}): void => {
  draft.standsAt = branchId;
  draft.because = because;
  draft.item = { ...draft.item, state: 'available', ...more };
};

const send = (draft: Draft, because: Because, way: Pick<Transit, 'to' | 'purpose' | 'requestedAt'>): void => {
  const { branchId: from, at } = draft.request;
  draft.because = because;
  draft.item = { ...draft.item, state: 'in-transit', transit: { from, ...way, sentAt: at } };
  draft.out.facts.push(fact(draft, 'item-sent', { detail: { to: way.to, purpose: way.purpose } }));
};

const countGuest = ({ out }: Draft, guest: { branchId: string; group: string }, add: 1 | -1, cap?: number): void => {
  out.changes.guests = [...(out.changes.guests ?? []), { ...guest, add, ...(cap !== undefined && { below: cap }) }];
};

/** Ends an item's guest status: it is home, or has floated on. */
const leave = (draft: Draft): void => {
  const guest = guestOf(draft.item);
  if (guest === undefined) return;
  countGuest(draft, guest, -1);
  const { floated: _floated, ...rest } = draft.item;
  draft.item = rest;
};

const floatHere = (draft: Draft, { group, cap }: { group: string; cap?: number }): void => {
  const { branchId } = draft.request;
  if (guestOf(draft.item)?.branchId === branchId) {
    stay(draft, branchId, 'floats');
    return;
  }
  leave(draft);
  if (cap !== undefined) countGuest(draft, { branchId, group }, 1, cap);
  draft.out.facts.push(fact(draft, 'item-floated', { detail: { from: draft.request.item.currentBranch, group } }));
  stay(draft, branchId, 'floats', cap === undefined ? {} : { floated: packGuest({ branchId, group }) });
};

/** Returns whether a transit, current or requested, determines where the item goes. */
const travels = (draft: Draft): boolean => {
  const { transit, branchId: home } = draft.item;
  if (transit === undefined) return false;
  if (transit.sentAt === undefined) {
    send(draft, 'transfer', transit);
    return true;
  }
  // Its home branch changed during the transit: it is now at home.
  if (transit.purpose === 'home' && isHere(draft, home, 'nonHolds')) {
    endTransit(draft, 'transit-cancelled');
    return false;
  }
  draft.because = 'passing';
  draft.out.facts.push(fact(draft, 'item-forwarded', { detail: { to: transit.to } }));
  return true;
};

/**
 * Returns whether the item belongs to an external library: it goes on no shelf here but is set aside for return, or is in transit there.
 */
const goesBackOutside = (draft: Draft): boolean => {
  if (!isBorrowed(draft.item)) return false;
  const { transit } = draft.item;
  if (transit?.sentAt !== undefined) {
    draft.because = 'passing';
    draft.out.facts.push(fact(draft, 'item-forwarded', { detail: { to: transit.to } }));
    return true;
  }
  draft.because = 'back-outside';
  draft.item = { ...draft.item, state: 'in-process' };
  return true;
};

/** Keeps an item whose return its lender has put on hold: no transit begins, unless a supervisor overrides. A running transit continues. */
const heldForLender = (draft: Draft): boolean => {
  const { item, request } = draft;
  const held =
    request.returnHeld === true && request.override === undefined && isInterlibraryItem(item, request.branchId);
  if (!held || item.transit?.sentAt !== undefined) return false;
  draft.because = 'return-held';
  draft.item = { ...item, state: 'in-process' };
  return true;
};

/** Returns whether the item was sent here by hand or by the return policy: it stays (C18), now and at later scans. */
const wasSentHere = (draft: Draft): boolean => {
  const { arrived, item, request } = draft;
  if (arrived !== undefined && isTransferPurpose(arrived.purpose) && arrived.to !== item.branchId) {
    stay(draft, arrived.to, 'put-here', { placed: { branchId: arrived.to, purpose: arrived.purpose } });
    return true;
  }
  if (arrived?.purpose === 'holding') {
    stay(draft, arrived.to, 'stays-by-policy');
    return true;
  }
  if (item.placed?.branchId !== request.branchId) return false;
  stay(draft, request.branchId, 'put-here');
  return true;
};

const goHomeOrFloat = (draft: Draft): void => {
  const { item, request } = draft;
  const { branchId: here, bySelfCheck = false, float = false, guests } = request;
  const outcome = floatOutcome(movementOf(request.policies), item, here, { byDesk: float && !bySelfCheck, guests });
  if (outcome.stays) floatHere(draft, outcome);
  else send(draft, outcome.why === 'no-float' ? 'going-home' : outcome.why, { to: item.branchId, purpose: 'home' });
};

/**
 * The last steps of C1, for an item without a hold: it continues its transit (C3), stays where it was put (C18), follows the return
 * policy (C17), goes on its home shelf (C2), floats (C23), or goes home (C4, C25).
 */
export const settle = (draft: Draft): void => {
  if (heldForLender(draft) || goesBackOutside(draft) || travels(draft) || wasSentHere(draft)) return;
  const { item, request } = draft;
  const { to, rule } = returnBranch(movementOf(request.policies), request.item, request.branchId);
  const atHome = isHere(draft, item.branchId, 'nonHolds');
  if (atHome && (rule !== 'holding' || isHere(draft, to, 'nonHolds'))) {
    leave(draft);
    stay(draft, item.branchId, 'at-home');
  } else if (isHere(draft, to, 'nonHolds')) stay(draft, to, 'stays-by-policy');
  else if (rule === 'holding') send(draft, 'back-by-policy', { to, purpose: 'holding' });
  else goHomeOrFloat(draft);
};
