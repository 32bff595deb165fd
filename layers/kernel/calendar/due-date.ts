import type { BranchCalendar, ClosedDayStrategy } from './branch-calendar.ts';
import { addDays, dueAtEndOf, instant, localDay, millis } from './days.ts';
import { lastClosing, moveOffClosedDays, nextOpening } from './opening.ts';

/** The length of a loan: whole days, or hours for short loans. */
export type LoanPeriod = { days: number } | { hours: number };

export type DueDateRequest = {
  calendar: BranchCalendar;
  /** The start of the period. */
  from: string;
  period: LoanPeriod;
  /** How to move a due date on a closed day, or a due time outside opening hours. */
  closedDays: ClosedDayStrategy;
  /** The minimum period: when moving earlier would shorten the loan below it, the due date moves later instead. */
  least?: LoanPeriod;
  /** The last possible due day because the card expires. */
  notAfter?: string;
  /** The last possible due day because a term ends. */
  ceiling?: string;
};

const HOUR = 3_600_000;

type Moved = 'closed-days' | 'card-expiry' | 'term-end';

/** The due instant, and what moved it from the plain sum: shown to the patron and in dry runs. */
export type DueDate = { due: string; moved: Moved[] };

const lastDay = ({ notAfter, ceiling }: DueDateRequest): { day: string; why: Moved } | undefined => {
  if (ceiling !== undefined && (notAfter === undefined || ceiling < notAfter)) return { day: ceiling, why: 'term-end' };
  return notAfter === undefined ? undefined : { day: notAfter, why: 'card-expiry' };
};

/** Returns whether a loan that ends at this instant is shorter than its minimum. */
const tooShort = ({ calendar, from, least }: DueDateRequest, end: string): boolean => {
  if (least === undefined) return false;
  if ('hours' in least) return millis(end) < millis(from) + least.hours * HOUR;
  return localDay(calendar, end) < addDays(localDay(calendar, from), least.days);
};

const offClosedDays = (request: DueDateRequest, plain: string): string => {
  const { calendar, from, closedDays } = request;
  const open = moveOffClosedDays(calendar, plain, closedDays);
  if (open < plain && tooShort(request, dueAtEndOf(calendar, open))) return moveOffClosedDays(calendar, plain, 'later');
  // A due date must not move to before the start of the loan.
  return open < localDay(calendar, from) ? plain : open;
};

const dueInDays = (request: DueDateRequest, days: number): DueDate => {
  const { calendar, from, closedDays } = request;
  const plain = addDays(localDay(calendar, from), days);
  const fit = offClosedDays(request, plain);
  const moved: Moved[] = fit === plain ? [] : ['closed-days'];
  const limit = lastDay(request);
  if (limit === undefined || fit <= limit.day) return { due: dueAtEndOf(calendar, fit), moved };
  // Moving later would pass the limit, so a closed last day moves earlier, but never before the start of the loan or below its minimum
  // period.
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
  // An item lent at closing time cannot be returned before closing, so it is due at the next opening.
  if (before !== undefined && millis(before) > millis(from) && !tooShort(request, before)) return before;
  return nextOpening(calendar, plain) ?? plain;
};

const dueInHours = (request: DueDateRequest, hours: number): DueDate => {
  const { calendar, from, closedDays } = request;
  // Hours are elapsed time: four hours across a daylight saving change differ from four hours on the clock.
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
 * Returns the due date of a loan (C69): days end with the branch's local day, regardless of daylight saving time; an hourly loan that
 * would end outside opening hours is due at the next opening or the last closing. Never after the expiry of the card or the end of the
 * term.
 */
export const dueDate = (request: DueDateRequest): DueDate =>
  'days' in request.period ? dueInDays(request, request.period.days) : dueInHours(request, request.period.hours);
