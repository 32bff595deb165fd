import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Channel } from '../decisions/channel.ts';
import type { Override } from '../decisions/findings.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import type { NewKey } from '../decisions/used-keys.ts';

/** The input of a check-in decision. */
export type CheckinRequest = {
  item: ItemCirculation;
  /** The branch of the scan. */
  branchId: string;
  at: string;
  policies: CirculationPolicies;
  /** The calendars of the scanning branch and of the loan's checkout branch (or the home branch, when the owner's calendar applies). */
  calendarOf: (branchId: string) => BranchCalendar;
  /** The queue of the record. */
  waiting: readonly Hold[];
  /** The ids of holds of that queue whose patron has a block that prevents the capture of a copy for them (C27). */
  stopped?: ReadonlySet<string>;
  /** The hold that `item.hold` or `item.transit` names, as read now; omit it when it no longer exists. */
  claim?: Hold;
  /** The actual time of return (book drop); ignored when in the future or before the checkout (C20). */
  returnedAt?: string;
  /** When a desk without a network took it back (C87): the time of return and of the check-in. */
  madeAt?: string;
  /** How a claim of return ends: the library found the item, so no fine; or the patron returns it now (C72). */
  claimEnds?: 'found-by-library' | 'returned-by-patron';
  /** The desk's answer on a copy that needs confirmation before capture (C54). */
  capture?: 'yes' | 'no';
  /** The open amount of a lost item's bill, as read now; required when payments may be retained (C73). */
  lostBill?: { open: number };
  /** The bill of the lost item's processing fee, when its return takes that back: what is charged and not waived, and what is open. */
  feeBill?: { billId: string; amount: number; open: number };
  /** Whether a self-check scans: it never lets an item of a manual group float (C24). */
  bySelfCheck?: boolean;
  /** The desk's decision that an item of a manual group floats here (C24). */
  float?: boolean;
  /** The number of guests of the item's floating group at this branch, when the group has a cap. */
  guests?: number;
  /** The lender of an item on interlibrary loan has asked to delay its return (ISO 18626 HoldReturn). */
  returnHeld?: boolean;
  /** A supervisor's override of a scan too soon after sending (C13), or of a return that the lender has put on hold. */
  /** By what it was scanned; an interlibrary loan's workflow by default. */
  channel?: Channel;
  override?: Override;
  /** Ids for a bill and ledger entries, used if needed. */
  ids: { bill: string; fineEntry: string; refundEntry: string; feeRefundEntry: string };
  key?: NewKey;
};
