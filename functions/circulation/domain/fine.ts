import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay, millis } from '../../../layers/kernel/calendar/days.ts';
import { daysBetween, openDaysAfter, openTime } from '../../../layers/kernel/calendar/opening.ts';
import type { LoanTerms } from '../../items/public/item-circulation.ts';

const HOUR = 3_600_000;

/** What a loan is fined, in minor units, and for how many days or hours. */
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
 * The overdue fine of a loan (C71): each day after the day due, the day of return included, on which the branch of the
 * calendar opens; by the hour, each open hour begun; closed ones too by the terms. None within the grace, all of them
 * beyond; never above the cap, of which what the loan was `fined` before is used up. 0 when in time.
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
