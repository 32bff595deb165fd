import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { periodNameSchema, type Span, spans } from './span.ts';

/** The owner of a budget: a member, or the consortium as a whole. */
export const ownerSchema = z.union([z.literal('consortium'), memberIdSchema]);

/**
 * The spending that a budget limits. `platform`: the list price of the platform's use in the month's report, including the current
 * month. `statement`: the totals of the closed statements, with dues, loans and tax.
 */
export const measures = ['platform', 'statement'] as const;
export type Measure = (typeof measures)[number];

const percent = z.int().min(1).max(1000);
const rising = (list: readonly number[]): boolean => list.every((one, at) => at === 0 || one > (list[at - 1] ?? 0));

/** The thresholds of alerts, in percent of the amount: for the actual when reached, for the forecast when exceeded. */
export const thresholdsSchema = z.strictObject({
  actual: z.array(percent).max(10).refine(rising, 'Thresholds rise, each named once'),
  forecast: percent.exactOptional(),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** The key of a budget: its owner, measure, span, and first period (until the next budget that begins later). */
export const budgetPlaceSchema = z.strictObject({
  owner: ownerSchema,
  measure: z.enum(measures),
  span: z.enum(spans),
  from: periodNameSchema,
});
export type BudgetPlace = z.infer<typeof budgetPlaceSchema>;

/**
 * A budget for each month or fiscal year from one on: amount in minor units of its currency, 0 when it ends. `v` counts its changes:
 * after a change its thresholds can be passed again.
 */
export const budgetSchema = budgetPlaceSchema.extend({
  amount: z.int().min(0).max(1e13),
  currency: currencySchema,
  thresholds: thresholdsSchema,
  set: z.strictObject({ at: z.iso.datetime(), by: z.string().min(1) }),
  v: z.int().positive(),
});
export type Budget = z.infer<typeof budgetSchema>;

/** Returns the budget that applies to a period: the one that begins last by then. Undefined when there is none, or it was ended. */
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
