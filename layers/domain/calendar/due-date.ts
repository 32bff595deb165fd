import type { BranchCalendar } from './branch-calendar.ts';
import { addDays, dueAtEndOf, instant, localDay, millis } from './days.ts';
import { type ClosedDayStrategy, moveOffClosedDays, nextOpening } from './opening.ts';

/** How long an item is lent: whole days, or hours for short loans. */
export type LoanPeriod = { days: number } | { hours: number };

export type DueDateRequest = {
  calendar: BranchCalendar;
  /** The instant that the period starts. */
  from: string;
  period: LoanPeriod;
  /** What to do when the day due is a closed one. */
  closedDays: ClosedDayStrategy;
  /** The last day the loan may run to, such as the day the card expires. */
  notAfter?: string;
};

/** The instant due, and what moved it from the plain sum: said to the patron and in dry runs. */
export type DueDate = { due: string; moved: ('closed-days' | 'card-expiry')[] };

const dueInDays = ({ calendar, from, closedDays, notAfter }: DueDateRequest, days: number): DueDate => {
  const plain = addDays(localDay(calendar, from), days);
  const open = moveOffClosedDays(calendar, plain, closedDays);
  const moved: DueDate['moved'] = open === plain ? [] : ['closed-days'];
  if (notAfter === undefined || open <= notAfter) return { due: dueAtEndOf(calendar, open), moved };
  // Moving later would pass the limit, so a closed last day moves earlier; never to before the loan began.
  const earlier = closedDays === 'keep' ? notAfter : moveOffClosedDays(calendar, notAfter, 'earlier');
  const last = earlier < localDay(calendar, from) ? notAfter : earlier;
  return { due: dueAtEndOf(calendar, last), moved: ['card-expiry'] };
};

const dueInHours = ({ calendar, from, closedDays, notAfter }: DueDateRequest, hours: number): DueDate => {
  const plain = instant(millis(from) + hours * 3_600_000);
  const open = closedDays === 'keep' ? plain : (nextOpening(calendar, plain) ?? plain);
  const moved: DueDate['moved'] = open === plain ? [] : ['closed-days'];
  if (notAfter === undefined || localDay(calendar, open) <= notAfter) return { due: open, moved };
  return { due: dueAtEndOf(calendar, notAfter), moved: ['card-expiry'] };
};

/**
 * When a loan is due (C69): days end with the day at the branch, whatever daylight saving does; an hourly loan that
 * would end behind closed doors is due when they open. Off closed days by strategy, never past `notAfter`.
 */
export const dueDate = (request: DueDateRequest): DueDate =>
  'days' in request.period ? dueInDays(request, request.period.days) : dueInHours(request, request.period.hours);
