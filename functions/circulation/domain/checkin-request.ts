import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Override } from './findings.ts';
import type { CirculationPolicies } from './policies.ts';
import type { NewKey } from './used-keys.ts';

/** All that a check-in is decided on. */
export type CheckinRequest = {
  item: ItemCirculation;
  /** Where it is scanned. */
  branchId: string;
  at: string;
  policies: CirculationPolicies;
  /** The calendars of the scanning branch and of the loan's checkout branch (or home, where the calendar is the owner's). */
  calendarOf: (branchId: string) => BranchCalendar;
  /** The queue of the record. */
  waiting: readonly Hold[];
  /** Patrons of that queue whose blocks stop the capture of a copy for them (C27). */
  stopped?: ReadonlySet<string>;
  /** The hold that `item.hold` or `item.transit` names, as read now; leave out when there is none any more. */
  claim?: Hold;
  /** When it was really returned (book drop); a time to come is ignored, and so is one before the checkout (C20). */
  returnedAt?: string;
  /** How a claim of return ends: the library found it, so no fine; or the patron brings it now (C72). */
  claimEnds?: 'found-by-library' | 'returned-by-patron';
  /** The desk's word on an item whose capture is asked about first: take it for a hold, or not (C54). */
  capture?: 'yes' | 'no';
  /** What is open of the bill of a lost item, as read now: asked where what was paid may be kept (C73). */
  lostBill?: { open: number };
  /** Whether a self-check scans: it never lets an item of a manual group float (C24). */
  bySelfCheck?: boolean;
  /** The desk's word that an item of a manual group floats here (C24). */
  float?: boolean;
  /** How many guests of the item's floating group this branch has, where that is capped. */
  guests?: number;
  /** The lender of an item on a loan between libraries has asked that it be kept for now (ISO 18626 HoldReturn). */
  returnHeld?: boolean;
  /** A supervisor's word on a scan that comes too soon after sending (C13), or that sends home what its lender wants kept. */
  override?: Override;
  /** Ids for a bill and ledger entries, should they be needed. */
  ids: { bill: string; fineEntry: string; refundEntry: string };
  key?: NewKey;
};
