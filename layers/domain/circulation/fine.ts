import type { BranchCalendar } from '../calendar/branch-calendar.ts';
import { localDay, millis } from '../calendar/days.ts';
import { openDaysAfter } from '../calendar/opening.ts';
import type { LoanTerms } from './item-circulation.ts';

/**
 * The overdue fine of a loan in minor units (C71): each day after the day due, the day of return included, on which the
 * branch of the calendar opens; none within the days of grace, all of them beyond; never above the cap. 0 when in time.
 */
export const overdueFine = (
  terms: LoanTerms,
  due: string,
  returnedAt: string,
  calendar: BranchCalendar,
): { amount: number; days: number } => {
  if (millis(returnedAt) <= millis(due)) return { amount: 0, days: 0 };
  const days = openDaysAfter(calendar, localDay(calendar, due), localDay(calendar, returnedAt));
  if (days <= terms.grace) return { amount: 0, days };
  return { amount: Math.min(days * terms.perDay, terms.cap ?? Number.MAX_SAFE_INTEGER), days };
};
