import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { LoanRequest } from '../requests/request.ts';
import { agreedIn } from './borrowed-item.ts';

/** A copy and the hold that reserves it for a request, as read or as they will be. */
export type Reservation = { item: ItemCirculation; hold: Hold };

/** The reason why a hold ended before its copy was lent: the request continued without that copy. */
export const WENT_ON = 'loan-request-went-on';

/** Whether a copy can be set aside now: it is on its shelf, or reserved for this request. */
export const isFreeFor = (item: ItemCirculation, requestId: string): boolean =>
  item.state === 'available' || item.hold?.holdId === requestId;

/**
 * Reserves a copy for a request: paged at its branch, by a hold with the request's id, so that circulation moves it
 * like any other and lends it to nobody else. `hold` is the request's existing hold on the copy's record, perhaps of
 * another copy.
 */
export function reserveFor(
  request: LoanRequest,
  item: ItemCirculation,
  patron: Pick<PatronStatus, 'patronId' | 'homeMember' | 'category' | 'residence'>,
  at: string,
  hold?: Hold,
): Reservation {
  const { requestId: holdId, pickupBranch } = request;
  const { patronId, homeMember, category, residence } = patron;
  const reservation: Hold = {
    holdId,
    recordId: item.recordId ?? request.recordId,
    itemId: item.itemId,
    patronId,
    patronMember: homeMember,
    patronCategory: category,
    ...(residence !== undefined && { patronResidence: residence }),
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

/** Ends the hold when the request continues without its copy; unchanged when it is over. */
export const letGo = (hold: Hold | undefined, at: string): Hold | undefined =>
  hold && !isOver(hold) ? { ...hold, state: 'cancelled', ended: { at, cause: WENT_ON }, v: hold.v + 1 } : undefined;

/** Whether the patron's hold no longer counts: collected at a desk, or cancelled there. */
export const isSpent = (hold: Hold | undefined): boolean =>
  hold !== undefined && isOver(hold) && hold.ended?.cause !== WENT_ON;

const rankOf = (hold: Hold): number => (isOver(hold) ? (isSpent(hold) ? 1 : 2) : 0);

/**
 * The order of the holds with one request's id on several records: the open one, then the ended one of the request,
 * then those that the request left behind. A hold left behind says nothing about another copy that was collected.
 */
export const byRelevance = (one: Hold, other: Hold): number => rankOf(one) - rankOf(other);
