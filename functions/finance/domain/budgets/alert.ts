import * as z from 'zod';
import { type Budget, budgetPlaceSchema } from './budget.ts';
import type { BudgetStatus } from './budget-status.ts';
import { periodNameSchema } from './span.ts';

/** What is weighed against a threshold. */
export const weighed = ['actual', 'forecast'] as const;

/**
 * A threshold was passed: of which budget as it was set for the `v`-th time, in which period, with what was spent, foreseen and
 * allowed when it was seen. Raised once for budget, period and threshold. Amounts in minor units, never a person.
 */
export const alertSchema = budgetPlaceSchema.extend({
  v: z.int().positive(),
  period: periodNameSchema,
  weighs: z.enum(weighed),
  threshold: z.int().positive(),
  at: z.iso.datetime(),
  amount: z.int(),
  currency: z.string(),
  actual: z.int(),
  forecast: z.int().exactOptional(),
});
export type Alert = z.infer<typeof alertSchema>;

/** Whether an amount is at so many percent of a budget, or beyond; exact at the border. */
const reaches = (amount: number, percent: number, budget: number): boolean =>
  BigInt(amount) * 100n >= BigInt(percent) * BigInt(budget);

const isBeyond = (amount: number, percent: number, budget: number): boolean =>
  BigInt(amount) * 100n > BigInt(percent) * BigInt(budget);

/**
 * The thresholds that a budget has passed as it stands, as the alerts that are to be there; at an instant (ISO 8601). The
 * actual passes one by reaching it, the forecast by going beyond. What follows from the figures alone: which of them are
 * there already does not matter.
 */
export const alertsOf = (budget: Budget, status: BudgetStatus, at: string): Alert[] => {
  const { owner, measure, span, from, v, thresholds, amount, currency } = budget;
  const { period, actual, forecast } = status;
  const alert = (weighs: Alert['weighs'], threshold: number): Alert => ({
    ...{ owner, measure, span, from, v, period, weighs, threshold, at, amount, currency, actual },
    ...(forecast !== undefined && { forecast }),
  });
  const passed = thresholds.actual.filter((percent) => reaches(actual, percent, amount));
  const foreseen = thresholds.forecast;
  const willPass = foreseen !== undefined && forecast !== undefined && isBeyond(forecast, foreseen, amount);
  return [...passed.map((percent) => alert('actual', percent)), ...(willPass ? [alert('forecast', foreseen)] : [])];
};

/** What an alert is known by: the same of the same threshold, budget and period, whenever it is raised. */
export const alertName = ({ period, measure, span, from, v, weighs, threshold }: Alert): string =>
  [period, measure, span, from, String(v).padStart(4, '0'), weighs, String(threshold).padStart(4, '0')].join('.');
