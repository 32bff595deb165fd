import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { isBorrowed } from '../../../items/public/borrowed-item.ts';
import type { Agreed, Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold-claims.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CheckinRequest } from '../checkin/checkin-request.ts';
import { homeBound } from '../items/movement-rules.ts';

/** Returns a copy bound to the interlibrary loan that a hold stands for, if any. */
export const boundFor = (item: ItemCirculation, hold: Pick<Hold, 'holdId'>): ItemCirculation =>
  isAgreed(hold) ? { ...item, request: { ...item.request, requestId: hold.holdId } } : item;

/** Returns whether an item is at this branch only as an interlibrary loan: another or an external library owns it. */
export const isInterlibraryItem = (item: ItemCirculation, branchId: string): boolean =>
  item.request !== undefined && (isBorrowed(item) || memberOfBranch(branchId) !== item.memberId);

/** Returns whether this is the hold for which a visiting item is here. */
export const isRequestersHold = ({ itemId, request }: ItemCirculation, claim: Hold | undefined): claim is Hold =>
  claims(claim, itemId) && claim.holdId === request?.requestId;

/** Adapts the check-in of an item on interlibrary loan: other holds cannot take it, and it does not float (it goes home). */
export const asInterlibraryItem = (request: CheckinRequest): CheckinRequest =>
  isInterlibraryItem(request.item, request.branchId)
    ? { ...request, policies: homeBound(request.policies), waiting: [] }
    : request;

/** Returns the item after a scan: at its owner's branch and not reserved for the loan any more, it is on no interlibrary loan. */
export const homeAgain = (item: ItemCirculation, branchId: string): ItemCirculation => {
  if (item.request === undefined || isInterlibraryItem(item, branchId)) return item;
  if (item.hold?.holdId === item.request.requestId) return item;
  const { request: _, ...home } = item;
  return home;
};

/** ISO 18626 conditions under which an item does not leave the borrowing library. */
const IN_LIBRARY: readonly string[] = ['LibraryUseOnly', 'WatchLibraryUseOnly', 'SpecCollSupervReq'];

/** Returns the agreed conditions that restrict an item to the library. */
export const useRestrictions = (agreed: Agreed | undefined): string[] =>
  (agreed?.conditions ?? []).filter((condition) => IN_LIBRARY.includes(condition));
