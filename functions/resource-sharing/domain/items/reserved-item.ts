import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { LoanRequest } from '../requests/request.ts';
import { agreedIn } from './borrowed-item.ts';

/** A copy and the hold that keeps it for a loan request, as read or as they would be. */
export type Reservation = { item: ItemCirculation; hold: Hold };

/** Why a hold of ours ended before its copy was lent: the request went on without that copy. */
export const WENT_ON = 'loan-request-went-on';

/** Whether a copy can be set aside now: it stands on its shelf, or is kept for this very request. */
export const isFreeFor = (item: ItemCirculation, requestId: string): boolean =>
  item.state === 'available' || item.hold?.holdId === requestId;

/**
 * The copy set aside for a request: paged at its branch, kept by a hold that bears the request's id, so that circulation
 * moves it like any other and lends it to nobody else. `hold` is the request's hold as it was on the copy's record, of
 * another copy perhaps.
 */
export function reserveFor(
  request: LoanRequest,
  item: ItemCirculation,
  patron: Pick<PatronStatus, 'patronId' | 'homeMember' | 'category'>,
  at: string,
  hold?: Hold,
): Reservation {
  const { requestId: holdId, pickupBranch } = request;
  const { patronId, homeMember, category } = patron;
  const reservation: Hold = {
    holdId,
    recordId: item.recordId ?? request.recordId,
    itemId: item.itemId,
    patronId,
    patronMember: homeMember,
    patronCategory: category,
    pickupBranch,
    placedAt: at,
    priority: 0,
    state: 'targeted',
    targetItemId: item.itemId,
    ...agreedIn(request),
    v: (hold?.v ?? 0) + 1,
  };
  const paged: ItemCirculation = { ...item, state: 'paged', hold: { holdId, patronId, pickupBranch }, v: item.v + 1 };
  return { item: paged, hold: reservation };
}

/** The hold ended, when the request goes on without its copy; nothing where it is over already. */
export const letGo = (hold: Hold | undefined, at: string): Hold | undefined =>
  hold && !isOver(hold) ? { ...hold, state: 'cancelled', ended: { at, cause: WENT_ON }, v: hold.v + 1 } : undefined;

/** Whether the patron's place among the holds that count is gone: fetched at a desk, or cancelled there. */
export const isSpent = (hold: Hold | undefined): boolean =>
  hold !== undefined && isOver(hold) && hold.ended?.cause !== WENT_ON;

const rankOf = (hold: Hold): number => (isOver(hold) ? (isSpent(hold) ? 1 : 2) : 0);

/**
 * The order of the rows that bear one request's id, of several records: the open one, then what became of the request's hold, then
 * those that it went on from. A row left behind says nothing of a copy that was fetched for another.
 */
export const byRelevance = (one: Hold, other: Hold): number => rankOf(one) - rankOf(other);
