import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Refusal } from '../decisions/decision.ts';
import type { NewKey } from '../decisions/used-keys.ts';

/** A desk act: the staff user (undefined for patrons and self-checks), the branch, the time (epoch ms), and the idempotency key. */
type DeskAct = { staffId?: string | undefined; now: number; key: NewKey | undefined };

/** A renewal of an item on interlibrary loan. */
export type RenewalToRequest = DeskAct & { requestId: string; branchId: string | undefined };

/** A scan of an item at the desk of its owner. */
export type ScanToShip = DeskAct & { staffId: string; branchId: string };

/** The codes with which the supplier's library or the workflow of the request refuses a renewal. */
export type RenewalRequestRefusal =
  | 'unknown-request'
  | 'request-ended'
  | 'ask-closed'
  | 'not-in-this-state'
  | 'changed-meanwhile';

/** The functions of interlibrary loan that circulation needs. Resource sharing implements them; deps.ts passes them to the use cases. */
export type InterlibraryLoans = {
  /** Returns whether the supplier has asked to delay the return of this request's item. Strongly consistent. */
  isReturnHeld(requestId: string): Promise<boolean>;
  /** Asks the supplier for a later due date. `unknown` when there is no such request. */
  requestRenewal(
    renewal: RenewalToRequest,
  ): Promise<'requested' | 'unknown' | { refused: Refusal<RenewalRequestRefusal>[] }>;
  /**
   * Ships an item by one scan when an open request asks for it: one transaction advances the request and moves the item. Returns the
   * updated item; undefined when no request asks for it or the request does not accept it (any more).
   */
  shipByScan(scan: ScanToShip, item: ItemCirculation): Promise<ItemCirculation | undefined>;
};
