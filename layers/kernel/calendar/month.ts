import * as z from 'zod';

/** A calendar month in UTC, as the platform bills it: YYYY-MM, from 1900 on, because no record is older. */
export const monthSchema = z.string().regex(/^(?:19|[2-9]\d)\d{2}-(?:0[1-9]|1[0-2])$/);

/** Returns the month (YYYY-MM) that many months later, or earlier when `by` is negative. */
export const shiftedMonth = (month: string, by: number): string => {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
};

/** Returns the previous month. */
export const monthBefore = (month: string): string => shiftedMonth(month, -1);

/** Returns the number of months from one to another, both included; less than one when they are reversed. */
export const monthsFrom = (from: string, to: string): number => {
  const [first = 0, last = 0] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
  return last - first + 1;
};

/** Returns the number of days of a month in the Gregorian calendar. */
export const daysIn = (month: string): number => {
  const year = Number(month.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month.slice(5, 7)) - 1] ?? 0;
};

/** Returns the day from which a month's figures are final: the platform still changes its bill for `days` days into the next month. */
export const provisionalUntil = (month: string, days = 10): string =>
  `${shiftedMonth(month, 1)}-${String(days).padStart(2, '0')}`;
