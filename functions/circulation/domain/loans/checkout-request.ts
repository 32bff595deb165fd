import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold-claims.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { Channel } from '../decisions/channel.ts';
import type { Override } from '../decisions/findings.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import type { NewKey } from '../decisions/used-keys.ts';

/** The input of a checkout decision. */
export type CheckoutRequest = {
  item: ItemCirculation;
  patron: PatronStatus;
  /** The branch of the checkout. */
  branchId: string;
  at: string;
  /** When a desk without a network lent it (C87); now by default. */
  madeAt?: string;
  loanId: string;
  policies: CirculationPolicies;
  /** The calendar of `calendarBranch(policies, item, branchId)`. */
  calendar: BranchCalendar;
  /** The hold that `item.hold` names, as read now. */
  claim?: Hold;
  /** The patron's own open hold on this record, if any; may be the same as `claim`. */
  ownHold?: Hold;
  /**
   * The open holds that could use the copy, and the ids of those whose patron has a block that prevents the capture of a copy (C27); read when
   * `couldServeOthers`.
   */
  waiting?: readonly Hold[];
  stopped?: ReadonlySet<string>;
  /** The owner's agreement to a consortium loan, with the due date. */
  agreed?: { due: string };
  /** The desk confirms that the patron uses it in the library and returns it the same day. */
  inLibrary?: boolean;
  /** The number of the patron's overdue loans; required when the consortium limits it (C35). */
  overdue?: number;
  /** The fines that the patron's open loans have accrued, in minor units; required when the policy counts them. */
  accrued?: number;
  /** The earliest due date of the patron's open loans, where they were read. */
  earliest?: string;
  /** The cost centre that the patron's department is charged to. */
  costCentre?: string;
  /** The proxy who borrows for the patron; the operation has checked the permission. */
  proxy?: PatronStatus;
  /** The debt of the patron's dependants, in minor units; required when the consortium limits it. */
  dependantsOwe?: number;
  /** By what it was asked for; an interlibrary loan's workflow by default. */
  channel?: Channel;
  override?: Override;
  key?: NewKey;
};

/** Returns the patron's own hold that the copy is set aside for, if this checkout collects it. */
export const collectedHold = ({
  item,
  patron,
  claim,
}: Pick<CheckoutRequest, 'item' | 'patron' | 'claim'>): Hold | undefined =>
  claims(claim, item.itemId) && claim.patronId === patron.patronId ? claim : undefined;
