import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { periodNameSchema, type Span, spans } from './span.ts';

/** Whose budget: a member's own, or the consortium's for the whole. */
export const ownerSchema = z.union([z.literal('consortium'), memberIdSchema]);

/**
 * What is held against a budget. `platform`: what the platform's use cost at list prices, as the month's report says it, the
 * running month included. `statement`: what the closed statements come to, with dues, loans and tax.
 */
export const measures = ['platform', 'statement'] as const;
export type Measure = (typeof measures)[number];

const percent = z.int().min(1).max(1000);
const rising = (list: readonly number[]): boolean => list.every((one, at) => at === 0 || one > (list[at - 1] ?? 0));

/** When to raise an alert, in percent of the amount: each that the actual reaches; that which the forecast goes beyond. */
export const thresholdsSchema = z.strictObject({
  actual: z.array(percent).max(10).refine(rising, 'Thresholds rise, each named once'),
  forecast: percent.exactOptional(),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** Which budget: whose, of what, for what time, and from which period on (until the next that begins later). */
export const budgetPlaceSchema = z.strictObject({
  owner: ownerSchema,
  measure: z.enum(measures),
  span: z.enum(spans),
  from: periodNameSchema,
});
export type BudgetPlace = z.infer<typeof budgetPlaceSchema>;

/**
 * A budget for each month or fiscal year from one on: amount in minor units of its currency, 0 where there is none any more.
 * `v` counts how often it was set: set anew, its thresholds can be passed anew.
 */
export const budgetSchema = budgetPlaceSchema.extend({
  amount: z.int().min(0).max(1e13),
  currency: currencySchema,
  thresholds: thresholdsSchema,
  set: z.strictObject({ at: z.iso.datetime(), by: z.string().min(1) }),
  v: z.int().positive(),
});
export type Budget = z.infer<typeof budgetSchema>;

/** The budget that holds in a period: the one that begins last by then. Undefined where there is none, or it was ended. */
export const budgetIn = (
  budgets: readonly Budget[],
  of: { measure: Measure; span: Span },
  period: string,
): Budget | undefined => {
  const begun = budgets.filter(
    ({ measure, span, from }) => measure === of.measure && span === of.span && from <= period,
  );
  const last = begun.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  return last && last.amount > 0 ? last : undefined;
};
