import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { Override } from './findings.ts';
import type { CirculationPolicies } from './policies.ts';
import type { NewKey } from './used-keys.ts';

/** All that a checkout is decided on. */
export type CheckoutRequest = {
  item: ItemCirculation;
  patron: PatronStatus;
  /** Where it is lent. */
  branchId: string;
  at: string;
  loanId: string;
  policies: CirculationPolicies;
  /** Of `calendarBranch(policies, item, branchId)`. */
  calendar: BranchCalendar;
  /** The hold that `item.hold` names, as read now. */
  claim?: Hold;
  /** The patron's own open hold on this record, if any; may be the same as `claim`. */
  ownHold?: Hold;
  /** What the owner has agreed to for a consortium loan: until when. */
  agreed?: { due: string };
  /** The desk says that the patron uses it in the library and brings it back the same day. */
  inLibrary?: boolean;
  /** How many loans of the patron are overdue; asked where the consortium limits it (C35). */
  overdue?: number;
  /** On what the patron's department is charged. */
  costCentre?: string;
  /** Who borrows for the patron, by leave that the operation has looked at. */
  proxyId?: string;
  /** What those owe for whom the patron answers, in minor units; asked where the consortium limits it. */
  wardsOwe?: number;
  override?: Override;
  key?: NewKey;
};
