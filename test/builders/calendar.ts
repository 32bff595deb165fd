import type { BranchCalendar } from '../../layers/kernel/calendar/branch-calendar.ts';

const day = [{ open: '09:00', close: '18:00' }];

/** A branch in Berlin, open from nine to six from Monday to Saturday, with no closures. */
export const aCalendar = (over: Partial<BranchCalendar> = {}): BranchCalendar => ({
  timeZone: 'Europe/Berlin',
  weekly: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day },
  closures: [],
  ...over,
});

/** A branch that never opens, such as a store. */
export const closedAllWeek: BranchCalendar = aCalendar({ weekly: {} });
