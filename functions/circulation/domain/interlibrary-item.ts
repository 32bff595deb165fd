import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { isBorrowed } from '../../items/public/borrowed-item.ts';
import { type Agreed, claims, type Hold, isAgreed } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CheckinRequest } from './checkin-request.ts';
import { homeBound } from './movement-rules.ts';

/** A copy as it goes to a hold: bound to the loan between libraries that the hold stands for, if it stands for one. */
export const boundFor = (item: ItemCirculation, hold: Pick<Hold, 'holdId'>): ItemCirculation =>
  isAgreed(hold) ? { ...item, request: { ...item.request, requestId: hold.holdId } } : item;

/** Whether an item is at this branch only as a loan between libraries: its owner is another, or a library outside. */
export const isInterlibraryItem = (item: ItemCirculation, branchId: string): boolean =>
  item.request !== undefined && (isBorrowed(item) || memberOfBranch(branchId) !== item.memberId);

/** Whether this hold is the one for which a visiting item is here. */
export const isRequestersHold = ({ itemId, request }: ItemCirculation, claim: Hold | undefined): claim is Hold =>
  claims(claim, itemId) && claim.holdId === request?.requestId;

/** A check-in of a visitor: no queue of others takes what was lent for one request, and it floats nowhere (it goes home). */
export const asInterlibraryItem = (request: CheckinRequest): CheckinRequest =>
  isInterlibraryItem(request.item, request.branchId)
    ? { ...request, policies: homeBound(request.policies), waiting: [] }
    : request;

/** The item after a scan: at its owner's and set aside for that loan no more, it is on no loan between libraries. */
export const homeAgain = (item: ItemCirculation, branchId: string): ItemCirculation => {
  if (item.request === undefined || isInterlibraryItem(item, branchId)) return item;
  if (item.hold?.holdId === item.request.requestId) return item;
  const { request: _, ...home } = item;
  return home;
};

/** Conditions of ISO 18626 under which an item does not leave the library that lends it on. */
const IN_LIBRARY: readonly string[] = ['LibraryUseOnly', 'WatchLibraryUseOnly', 'SpecCollSupervReq'];

/** The conditions, among those agreed on, that keep an item in the library. */
export const useRestrictions = (agreed: Agreed | undefined): string[] =>
  (agreed?.conditions ?? []).filter((condition) => IN_LIBRARY.includes(condition));
