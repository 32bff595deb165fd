import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { daysBetween, openDaysAfter, openTime } from '../../../../layers/kernel/calendar/opening.ts';
import type { LoanTerms } from '../../../items/public/loan.ts';

const HOUR = 3_600_000;

/** The fine of a loan, in minor units, with the days or hours charged. */
export type Fine = { amount: number; late: { days: number } | { hours: number } };

const hourlyFine = (terms: LoanTerms, perHour: number, due: string, until: string, calendar: BranchCalendar): Fine => {
  const late = terms.closed ? millis(until) - millis(due) : openTime(calendar, due, until);
  const hours = Math.ceil(late / HOUR);
  if (late <= (terms.graceMinutes ?? 0) * 60_000) return { amount: 0, late: { hours } };
  return { amount: hours * perHour, late: { hours } };
};

const uncapped = (terms: LoanTerms, due: string, returnedAt: string, calendar: BranchCalendar): Fine => {
  if (millis(returnedAt) <= millis(due)) return { amount: 0, late: { days: 0 } };
  if (terms.perHour !== undefined) return hourlyFine(terms, terms.perHour, due, returnedAt, calendar);
  const [dueDay, day] = [localDay(calendar, due), localDay(calendar, returnedAt)];
  const days = terms.closed ? daysBetween(dueDay, day) : openDaysAfter(calendar, dueDay, day);
  if (days <= terms.grace) return { amount: 0, late: { days } };
  return { amount: days * terms.perDay, late: { days } };
};

/**
 * Returns the overdue fine of a loan (C71): each open day of the calendar's branch after the due day, including the day of return; by
 * the hour, each started open hour; closed time too when the terms say so. None within the grace period, the full period beyond it;
 * never above the cap, reduced by what the loan was `fined` before. 0 when returned in time.
 */
export const overdueFine = (
  terms: LoanTerms,
  due: string,
  returnedAt: string,
  calendar: BranchCalendar,
  fined = 0,
): Fine => {
  const { amount, late } = uncapped(terms, due, returnedAt, calendar);
  const left = Math.max(0, (terms.cap ?? Number.MAX_SAFE_INTEGER) - fined);
  return { amount: Math.min(amount, left), late };
};
