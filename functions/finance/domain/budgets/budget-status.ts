import * as z from 'zod';
import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { divideHalfEven } from '../../../../layers/kernel/money/exact.ts';
import { type Budget, budgetPlaceSchema } from './budget.ts';
import { daysOf, isAfter, monthsOf, periodNameSchema } from './span.ts';
import type { Spending } from './spending.ts';

/** With fewer days there is no forecast: one week includes each weekday once, and library use depends on weekdays. */
const LEAST_DAYS = 7;

/**
 * The status of a budget in a period: the spending, the number of known days of the period, and the forecast for the period at that
 * rate; percentages of the amount, rounded down (a threshold shows as reached when it is). Amounts in minor units.
 */
export const budgetStatusSchema = z.strictObject({
  ...budgetPlaceSchema.omit({ owner: true }).shape,
  period: periodNameSchema,
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  amount: z.int(),
  currency: z.string(),
  actual: z.int(),
  actualPercent: z.int(),
  knownDays: z.int().nonnegative(),
  days: z.int().positive(),
  forecast: z.int().exactOptional(),
  forecastPercent: z.int().exactOptional(),
});
export type BudgetStatus = z.infer<typeof budgetStatusSchema>;

type Known = { month: string; days: number; amount: number };

/** Returns the known spending of a month by the budget's measure and in its currency. */
const knownOf = ({ measure, currency }: Budget, { month, days, ...row }: Spending): Known[] => {
  const money = row[measure];
  if (money?.currency !== currency) return [];
  // A statement covers its whole month, whenever it was read.
  return [{ month, amount: money.amount, days: measure === 'statement' ? daysIn(month) : days }];
};

/** Returns the days of the period after the last known one; earlier gaps are not expected to be filled. */
const daysToCome = (months: readonly string[], known: readonly Known[]): number => {
  const last = known.toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
  if (!last) return daysOf(months);
  return daysOf(months.filter((month) => isAfter(month, last.month))) + daysIn(last.month) - last.days;
};

/**
 * Returns the forecast by run rate: the spending so far, and the average of the known days for each remaining day (half to even). No
 * trend and no season: those need years of data that a new consortium lacks, and a straight line can be checked manually. Undefined
 * before a week is known.
 */
const forecastOf = (actual: number, knownDays: number, toCome: number): number | undefined =>
  knownDays < LEAST_DAYS
    ? undefined
    : actual + Number(divideHalfEven(BigInt(actual) * BigInt(toCome), BigInt(knownDays)));

const percentOf = (part: number, whole: number): number => {
  const hundredfold = BigInt(part) * 100n;
  const [quotient, rest] = [hundredfold / BigInt(whole), hundredfold % BigInt(whole)];
  return Number(rest < 0n ? quotient - 1n : quotient);
};

/** Returns the status of a budget in a period from its owner's spending; fiscal years begin in `startsIn` (1 to 12). */
export const budgetStatusOf = (
  budget: Budget,
  period: string,
  spending: readonly Spending[],
  startsIn: number,
): BudgetStatus => {
  const { measure, span, from, amount, currency } = budget;
  const months = monthsOf(period, startsIn);
  const known = spending.filter(({ month }) => months.includes(month)).flatMap((row) => knownOf(budget, row));
  const sum = (of: (one: Known) => number): number => known.reduce((all, one) => all + of(one), 0);
  const [actual, knownDays] = [sum((one) => one.amount), sum((one) => one.days)];
  const forecast = forecastOf(actual, knownDays, daysToCome(months, known));
  const last = months.at(-1) ?? period;
  return {
    ...{ measure, span, from, period, firstDay: `${months[0]}-01`, lastDay: `${last}-${daysIn(last)}` },
    ...{ amount, currency, actual, actualPercent: percentOf(actual, amount), knownDays, days: daysOf(months) },
    ...(forecast !== undefined && { forecast, forecastPercent: percentOf(forecast, amount) }),
  };
};
