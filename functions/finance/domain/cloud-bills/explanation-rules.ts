import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { exceptionKinds } from './reconciliation.ts';

const sum = z.int().min(0).max(100_000_000_000);

/**
 * From which sums a person must explain a difference between bill and metered use, in minor units of the bill's currency. The sums are
 * compared without signs.
 */
export const thresholdsSchema = z.strictObject({
  metered: sum
    .default(100)
    .describe('A difference from metered use below this sum needs no explanation; in minor units'),
  unmetered: sum
    .default(1000)
    .describe('A fee, support, tax, credit, refund or late use from this sum on must be explained; in minor units'),
  together: sum
    .default(1000)
    .describe('When differences below these sums exceed this one together, that must be explained; in minor units'),
});
export type Thresholds = z.output<typeof thresholdsSchema>;

/** An explanation that holds for each month until its last one: for a kind of difference of a service, up to a sum in a month. */
export const recurringExplanationSchema = z.strictObject({
  kind: z.enum(exceptionKinds),
  service: z.string().trim().min(1).max(200),
  usageType: z.string().trim().min(1).max(200).exactOptional(),
  atMost: sum.describe(
    'In a month, for all its differences together without signs, in minor units: the rest must be explained',
  ),
  reason: z.string().trim().min(3).max(500),
  until: monthSchema.describe('The last month for which it holds'),
});
export type RecurringExplanation = z.output<typeof recurringExplanationSchema>;

/** The part of the billing policy that says which differences a person must explain. */
export type ExplanationRules = { explain: Thresholds; recurring: readonly RecurringExplanation[] };
