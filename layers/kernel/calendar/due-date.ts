import type { BranchCalendar, ClosedDayStrategy } from './branch-calendar.ts';
import { addDays, dueAtEndOf, instant, localDay, millis } from './days.ts';
import { lastClosing, moveOffClosedDays, nextOpening } from './opening.ts';

/** How long an item is lent: whole days, or hours for short loans. */
export type LoanPeriod = { days: number } | { hours: number };

export type DueDateRequest = {
  calendar: BranchCalendar;
  /** The instant that the period starts. */
  from: string;
  period: LoanPeriod;
  /** What to do when the day due is a closed one, or the hour due. */
  closedDays: ClosedDayStrategy;
  /** What it is lent for at least: moved earlier off a closed day it would end sooner, so it moves later instead. */
  least?: LoanPeriod;
  /** The last day the loan may run to since the card expires on it. */
  notAfter?: string;
  /** The last day the loan may run to since a term ends on it. */
  ceiling?: string;
};

const HOUR = 3_600_000;

type Moved = 'closed-days' | 'card-expiry' | 'term-end';

/** The instant due, and what moved it from the plain sum: said to the patron and in dry runs. */
export type DueDate = { due: string; moved: Moved[] };

const lastDay = ({ notAfter, ceiling }: DueDateRequest): { day: string; why: Moved } | undefined => {
  if (ceiling !== undefined && (notAfter === undefined || ceiling < notAfter)) return { day: ceiling, why: 'term-end' };
  return notAfter === undefined ? undefined : { day: notAfter, why: 'card-expiry' };
};

/** Whether a loan that ends at this instant is shorter than it must be at least. */
const tooShort = ({ calendar, from, least }: DueDateRequest, end: string): boolean => {
  if (least === undefined) return false;
  if ('hours' in least) return millis(end) < millis(from) + least.hours * HOUR;
  return localDay(calendar, end) < addDays(localDay(calendar, from), least.days);
};

const offClosedDays = (request: DueDateRequest, plain: string): string => {
  const { calendar, from, closedDays } = request;
  const open = moveOffClosedDays(calendar, plain, closedDays);
  if (open < plain && tooShort(request, dueAtEndOf(calendar, open))) return moveOffClosedDays(calendar, plain, 'later');
  // Moved earlier it must not come to before the loan began.
  return open < localDay(calendar, from) ? plain : open;
};

const dueInDays = (request: DueDateRequest, days: number): DueDate => {
  const { calendar, from, closedDays } = request;
  const plain = addDays(localDay(calendar, from), days);
  const fit = offClosedDays(request, plain);
  const moved: Moved[] = fit === plain ? [] : ['closed-days'];
  const limit = lastDay(request);
  if (limit === undefined || fit <= limit.day) return { due: dueAtEndOf(calendar, fit), moved };
  // Moving later would pass the limit, so a closed last day moves earlier; never to before the loan began, nor under what
  // it is lent for at least.
  const earlier = closedDays === 'keep' ? limit.day : moveOffClosedDays(calendar, limit.day, 'earlier');
  const [end, sooner] = [dueAtEndOf(calendar, limit.day), dueAtEndOf(calendar, earlier)];
  const short = !tooShort(request, end) && tooShort(request, sooner);
  const last = short || earlier < localDay(calendar, from) ? limit.day : earlier;
  return { due: dueAtEndOf(calendar, last), moved: [limit.why] };
};

const insideHours = (request: DueDateRequest, plain: string): string => {
  const { calendar, from, closedDays } = request;
  if (closedDays === 'keep') return plain;
  const before = closedDays === 'earlier' ? lastClosing(calendar, plain) : undefined;
  // What is lent as the doors close cannot come back before they do: then it is due when they open.
  if (before !== undefined && millis(before) > millis(from) && !tooShort(request, before)) return before;
  return nextOpening(calendar, plain) ?? plain;
};

const dueInHours = (request: DueDateRequest, hours: number): DueDate => {
  const { calendar, from, closedDays } = request;
  // Hours are real ones: four hours over a change of clocks are four on no wall.
  const plain = instant(millis(from) + hours * HOUR);
  const open = insideHours(request, plain);
  const moved: Moved[] = open === plain ? [] : ['closed-days'];
  const limit = lastDay(request);
  if (limit === undefined || localDay(calendar, open) <= limit.day) return { due: open, moved };
  const end = dueAtEndOf(calendar, limit.day);
  const closing = closedDays === 'keep' ? end : (lastClosing(calendar, end) ?? end);
  return { due: millis(closing) > millis(from) ? closing : end, moved: [limit.why] };
};

/**
 * When a loan is due (C69): days end with the day at the branch, whatever daylight saving does; an hourly loan that
 * would end behind closed doors is due when they open, or when they closed. Never past the card or the term.
 */
export const dueDate = (request: DueDateRequest): DueDate =>
  'days' in request.period ? dueInDays(request, request.period.days) : dueInHours(request, request.period.hours);
