import * as z from 'zod';
import { daysIn, monthSchema, monthsFrom, shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { fiscalYearOf } from '../statements/invoice.ts';

/** The span of a budget: each calendar month (UTC), or each fiscal year of its owner. */
export const spans = ['month', 'year'] as const;
export type Span = (typeof spans)[number];

/** A period of a budget: a month (`2026-11`), or a fiscal year by the calendar year in which it begins (`2026`). */
export const periodNameSchema = z.union([monthSchema, z.string().regex(/^\d{4}$/)]);

/** Returns whether a period's name has this span. */
export const isPeriodOf = (span: Span, period: string): boolean => (span === 'month') === period.includes('-');

/** Returns the period of a month (YYYY-MM); fiscal years begin in `startsIn`, a month from 1 to 12. */
export const periodOf = (span: Span, month: string, startsIn: number): string =>
  span === 'month' ? month : fiscalYearOf(month, startsIn);

/** Returns the months of a period, in order. */
export const monthsOf = (period: string, startsIn: number): string[] => {
  if (period.includes('-')) return [period];
  const first = `${period}-${String(startsIn).padStart(2, '0')}`;
  return Array.from({ length: 12 }, (_, at) => shiftedMonth(first, at));
};

/** Returns the number of days of these months. */
export const daysOf = (months: readonly string[]): number => months.reduce((sum, month) => sum + daysIn(month), 0);

/** Returns the periods up to that of a month, the newest first: a number of months, or of fiscal years. */
export const periodsBack = (span: Span, month: string, startsIn: number, count: number): string[] =>
  Array.from({ length: count }, (_, back) =>
    periodOf(span, shiftedMonth(month, span === 'month' ? -back : -12 * back), startsIn),
  );

/** Returns whether one month is after another. */
export const isAfter = (month: string, other: string): boolean => monthsFrom(other, month) > 1;
