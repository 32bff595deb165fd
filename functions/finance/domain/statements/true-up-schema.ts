import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { formulaNameSchema } from '../cost-sharing/figures.ts';
import { preparedFields } from '../preparation.ts';

/** A closed month that a true-up was calculated from, with the seal of its pack. */
const packSchema = z.strictObject({ month: monthSchema, hash: z.string() });

/**
 * A member's part: its amount for the year, its dues that were billed and that are `toBill` in later months of its own fiscal year, the
 * difference, and the invoices with the dues. Minor units.
 */
const partSchema = z.strictObject({
  memberId: z.string(),
  actual: z.int(),
  billed: z.int(),
  toBill: z.int().exactOptional(),
  amount: z.int(),
  invoices: z.array(z.string()),
});
export type TrueUpPart = z.infer<typeof partSchema>;

/**
 * The correction of a year's dues: the fees by the adopted formula for the actual cost of the year, less the amounts in closed
 * statements, and less the adopted amounts of months that are not closed yet, because a member's own year ends later (`toBill`). `costs` are the formula's input (minor units of `currency`), of which `cost` is the platform's as reconciled from month
 * `from` to month `to`. Parts sum to `amount`, which is `actual` less `billed` and `toBill`.
 */
export const trueUpSchema = z.strictObject({
  year: z.int(),
  fee: formulaNameSchema,
  reference: z.string(),
  scenario: z.string().describe('The seal of the adopted scenario'),
  currency: z.string(),
  cost: formulaNameSchema,
  costs: z.record(z.string(), z.int()),
  from: monthSchema,
  to: monthSchema,
  packs: z.array(packSchema),
  parts: z.array(partSchema),
  actual: z.int(),
  billed: z.int(),
  toBill: z.int().exactOptional(),
  amount: z.int(),
});
export type TrueUp = z.infer<typeof trueUpSchema>;

/** A prepared true-up, sealed by its text. Once approved it goes into the statements of `month`, and is immutable. */
export const storedTrueUpSchema = z.strictObject({
  state: z.enum(['prepared', 'booked']),
  trueUp: trueUpSchema,
  ...preparedFields,
  month: monthSchema.exactOptional(),
});
export type StoredTrueUp = z.infer<typeof storedTrueUpSchema>;

/** The evidence of its line. */
export const trueUpEvidenceSchema = z.strictObject({
  kind: z.literal('true-up'),
  ...trueUpSchema.pick({ year: true, fee: true, reference: true, scenario: true, cost: true, packs: true }).shape,
  costs: trueUpSchema.shape.costs,
  ...partSchema.pick({ actual: true, billed: true, toBill: true, invoices: true }).shape,
});

/** The input of a preparer: which cost of the formula is the platform's (when it has several), and the actual amounts of the others. */
export const trueUpInputSchema = z.strictObject({
  cost: formulaNameSchema.exactOptional(),
  costs: z.record(formulaNameSchema, z.int().min(0).max(1e13)).default({}),
});
export type TrueUpInput = z.infer<typeof trueUpInputSchema>;
