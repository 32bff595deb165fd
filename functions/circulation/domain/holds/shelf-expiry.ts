import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, localDay } from '../../../../layers/kernel/calendar/days.ts';
import { moveOffClosedDays } from '../../../../layers/kernel/calendar/opening.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { borrowerOf, type CirculationPolicies, ruleFor } from '../decisions/policies.ts';

/** A copy that arrives on the hold shelf of the pickup branch, with the branch's calendar. */
export type Shelving = {
  policies: CirculationPolicies;
  item: ItemCirculation;
  hold: Hold;
  calendar: BranchCalendar;
  at: string;
};

/**
 * Returns the shelf expiry of a copy: the end of an open day at the pickup branch, in its time zone (C7, C60); earlier when the patron
 * no longer needs it after another day, open or not, because nobody will collect it then.
 */
export const shelfExpiryOf = ({ policies, item, hold, calendar, at }: Shelving): string => {
  const borrower = borrowerOf(hold);
  const { holdShelfDays } = ruleFor(policies, item, hold.pickupBranch, borrower).values;
  const day = moveOffClosedDays(calendar, addDays(localDay(calendar, at), holdShelfDays), 'later');
  const expiry = dueAtEndOf(calendar, day);
  return hold.neededUntil !== undefined && hold.neededUntil < expiry ? hold.neededUntil : expiry;
};
