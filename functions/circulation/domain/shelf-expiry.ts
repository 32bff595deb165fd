import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays, dueAtEndOf, localDay } from '../../../layers/kernel/calendar/days.ts';
import { moveOffClosedDays } from '../../../layers/kernel/calendar/opening.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { type CirculationPolicies, ruleFor } from './policies.ts';

/** A copy that comes to the hold shelf of the pickup branch, whose calendar it is. */
export type Shelving = {
  policies: CirculationPolicies;
  item: ItemCirculation;
  hold: Hold;
  calendar: BranchCalendar;
  at: string;
};

/**
 * Until when a copy waits: the end of an open day at the pickup branch, on its own clock (C7, C60); earlier when the patron
 * said that it is not needed after another day, open or not, for then nobody comes any more.
 */
export const shelfExpiryOf = ({ policies, item, hold, calendar, at }: Shelving): string => {
  const borrower = { homeMember: hold.patronMember, category: hold.patronCategory };
  const { holdShelfDays } = ruleFor(policies, item, hold.pickupBranch, borrower).values;
  const day = moveOffClosedDays(calendar, addDays(localDay(calendar, at), holdShelfDays), 'later');
  const expiry = dueAtEndOf(calendar, day);
  return hold.neededUntil !== undefined && hold.neededUntil < expiry ? hold.neededUntil : expiry;
};
