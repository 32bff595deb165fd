import * as z from 'zod';
import { type Budget, budgetPlaceSchema } from './budget.ts';
import type { BudgetStatus } from './budget-status.ts';
import { periodNameSchema } from './span.ts';

/** The amounts that are compared with a threshold. */
export const weighed = ['actual', 'forecast'] as const;

/**
 * A passed threshold: the budget at its version `v`, the period, and the actual, forecast and budgeted amounts at that time. Raised once
 * for budget, period and threshold. Amounts in minor units, never a person.
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

/** Returns whether an amount is at or above a percentage of a budget; exact at the border. */
const reaches = (amount: number, percent: number, budget: number): boolean =>
  BigInt(amount) * 100n >= BigInt(percent) * BigInt(budget);

const isBeyond = (amount: number, percent: number, budget: number): boolean =>
  BigInt(amount) * 100n > BigInt(percent) * BigInt(budget);

/**
 * Returns the alerts for the thresholds that a budget has passed at an instant (ISO 8601). The actual passes one by reaching it, the
 * forecast by exceeding it. Depends only on the figures, not on existing alerts.
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

/** Returns the key of an alert: the same for the same threshold, budget and period, whenever it is raised. */
export const alertName = ({ period, measure, span, from, v, weighs, threshold }: Alert): string =>
  [period, measure, span, from, String(v).padStart(4, '0'), weighs, String(threshold).padStart(4, '0')].join('.');
