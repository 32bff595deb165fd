import * as z from 'zod';

/** A calendar month in UTC, as the platform bills it: YYYY-MM. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** The month (YYYY-MM) so many months later, or earlier where `by` is below zero. */
export const shiftedMonth = (month: string, by: number): string => {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
};

/** The month before. */
export const monthBefore = (month: string): string => shiftedMonth(month, -1);

/** How many months from one to another, both included; less than one when they are the wrong way round. */
export const monthsFrom = (from: string, to: string): number => {
  const [first = 0, last = 0] = [from, to].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
  return last - first + 1;
};

/** Days of a month in the Gregorian calendar. */
export const daysIn = (month: string): number => {
  const year = Number(month.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month.slice(5, 7)) - 1] ?? 0;
};

/** The first day after which a month's figures stand: the platform still moves its bill for `days` into the next month. */
export const provisionalUntil = (month: string, days = 10): string =>
  `${shiftedMonth(month, 1)}-${String(days).padStart(2, '0')}`;
