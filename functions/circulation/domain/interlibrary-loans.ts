import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Refusal } from './decision.ts';
import type { NewKey } from './used-keys.ts';

/** A desk act: by which staff user (nobody for patrons and self-checks), at which branch, when (epoch ms), under which key. */
type DeskAct = { staffId?: string | undefined; now: number; key: NewKey | undefined };

/** A renewal of an item that is on an interlibrary loan. */
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

/** What circulation needs of interlibrary loans. Resource sharing implements it; deps.ts hands it to the use cases. */
export type InterlibraryLoans = {
  /** Whether the supplier has asked that the item of this request is not sent back for now. Strongly consistent. */
  isReturnHeld(requestId: string): Promise<boolean>;
  /** Asks the supplier for a later due date. `unknown` when there is no such request. */
  requestRenewal(
    renewal: RenewalToRequest,
  ): Promise<'requested' | 'unknown' | { refused: Refusal<RenewalRequestRefusal>[] }>;
  /**
   * Ships an item by one scan, when an open request asks for it: one transaction advances the request and moves the item.
   * Gives the item as it is then; nothing when no request asks for it or the request does not accept it (any more).
   */
  shipByScan(scan: ScanToShip, item: ItemCirculation): Promise<ItemCirculation | undefined>;
};
