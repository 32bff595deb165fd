import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { meterNames } from './meters.ts';
import { perSchema, tiersSchema } from './price-tiers.ts';

const day = z.iso.date();

/**
 * One meter's price: `price` for each `per` billed units, by tiers; a monthly allowance; its source and reliability (golden-file: a
 * public test of a price tool; documented: a page; derived, estimated, remembered: verify first).
 */
export const priceSchema = z.strictObject({
  unit: z.string().min(1),
  per: perSchema,
  tiers: tiersSchema,
  free: z.strictObject({ quantity: z.int().positive(), when: z.enum(['always', 'first-12-months']) }).optional(),
  mark: z.enum(['golden-file', 'documented', 'derived', 'estimated', 'remembered']),
  source: z.string().min(1),
});
export type Price = z.infer<typeof priceSchema>;

/**
 * The list prices of one region from a day on, in one currency. A change is a new book with a new version, or an adopted change
 * (`priceChangeSchema`); never an edit.
 */
export const priceBookSchema = z.strictObject({
  region: z.string().min(1),
  version: z.string().min(1),
  effectiveFrom: day,
  checkedOn: day,
  currency: currencySchema,
  source: z.string().min(1),
  prices: z.record(z.enum(meterNames), priceSchema),
});
export type PriceBook = z.infer<typeof priceBookSchema>;
