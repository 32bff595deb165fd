import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { meterNames } from '../pricing/meters.ts';
import { pricedServiceSchema } from '../pricing/priced-service.ts';
import { categories } from './model.ts';

/** An amount as displayed (6 decimals) and exact (12), in the report's currency. */
export const amountSchema = z.strictObject({ shown: z.string(), exact: z.string() });
const rounded = z.int();
const perCategory = <T extends z.ZodType>(schema: T) =>
  z.strictObject({ direct: schema, shared: schema, idle: schema, unattributed: schema });

const effects = {
  before: amountSchema,
  after: amountSchema,
  change: amountSchema,
  volumeEffect: amountSchema,
  priceEffect: amountSchema,
};

/** The change since another month; per row and in total, volume and price effects sum to the change. */
export const changeViewSchema = z.strictObject({
  since: monthSchema,
  ...effects,
  rows: z.array(z.strictObject({ member: z.string(), service: z.string(), ...effects })),
});

/** Quantities are in the billed unit, as decimals. */
const usedSchema = z.strictObject({
  meter: z.enum(meterNames),
  quantity: z.string(),
  unit: z.string(),
  amount: amountSchema,
});

/** A month's report as JSON; `rounded` amounts are integer minor units. `member` is set when it contains only one member's lines. */
export const reportViewSchema = z.strictObject({
  month: monthSchema,
  member: z.string().optional(),
  currency: z.string(),
  minorDigits: z.int(),
  priceBook: z.strictObject({ version: z.string(), region: z.string(), effectiveFrom: z.string(), source: z.string() }),
  attributionPolicy: z.string(),
  key: z.strictObject({ name: z.string(), version: z.string() }),
  provisionalUntil: z.string(),
  total: amountSchema,
  rounded,
  members: z.array(
    z.strictObject({
      member: z.string(),
      amounts: perCategory(amountSchema),
      total: amountSchema,
      roundedAmounts: perCategory(rounded),
      rounded,
    }),
  ),
  lines: z.array(
    z.strictObject({
      category: z.enum(categories),
      pool: z.enum(['own', 'public-use', 'consortium', 'idle', 'unattributed']),
      member: z.string(),
      service: pricedServiceSchema,
      operation: z.string(),
      events: z.int(),
      succeeded: z.int(),
      units: z.array(usedSchema),
      amount: amountSchema,
    }),
  ),
  /** The cost of metering itself, and its percentage of the total with two decimals. */
  metering: z.strictObject({ amount: amountSchema, percent: z.string() }),
  prices: z.array(usedSchema.extend({ unitPrice: amountSchema })),
  unitCosts: z.array(
    z.strictObject({ name: z.string(), events: z.int(), amount: amountSchema, perEvent: amountSchema.optional() }),
  ),
  change: changeViewSchema.optional(),
});
export type ReportView = z.infer<typeof reportViewSchema>;
export type ChangeView = z.infer<typeof changeViewSchema>;
export type AmountView = z.infer<typeof amountSchema>;
