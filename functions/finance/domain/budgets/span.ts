import * as z from 'zod';
import { daysIn, monthSchema, monthsFrom, shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { fiscalYearOf } from '../statements/invoice.ts';

/** For what time a budget is: each calendar month (UTC), or each fiscal year of whose it is. */
export const spans = ['month', 'year'] as const;
export type Span = (typeof spans)[number];

/** A period of a budget: a month (`2026-11`), or a fiscal year by the calendar year in which it begins (`2026`). */
export const periodNameSchema = z.union([monthSchema, z.string().regex(/^\d{4}$/)]);

/** Whether a period's name is one of this span. */
export const isPeriodOf = (span: Span, period: string): boolean => (span === 'month') === period.includes('-');

/** The period that a month (YYYY-MM) is in; fiscal years begin in `startsIn`, a month from 1 to 12. */
export const periodOf = (span: Span, month: string, startsIn: number): string =>
  span === 'month' ? month : fiscalYearOf(month, startsIn);

/** The months of a period, in order. */
export const monthsOf = (period: string, startsIn: number): string[] => {
  if (period.includes('-')) return [period];
  const first = `${period}-${String(startsIn).padStart(2, '0')}`;
  return Array.from({ length: 12 }, (_, at) => shiftedMonth(first, at));
};

/** Days of these months. */
export const daysOf = (months: readonly string[]): number => months.reduce((sum, month) => sum + daysIn(month), 0);

/** The periods up to the one that a month is in, the newest first: so many months, or so many fiscal years. */
export const periodsBack = (span: Span, month: string, startsIn: number, count: number): string[] =>
  Array.from({ length: count }, (_, back) =>
    periodOf(span, shiftedMonth(month, span === 'month' ? -back : -12 * back), startsIn),
  );

/** Whether one month is after another. */
export const isAfter = (month: string, other: string): boolean => monthsFrom(other, month) > 1;
