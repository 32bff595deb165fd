import * as z from 'zod';
import { currencySchema } from '../money/currency.ts';
import { meterNames } from './meters.ts';
import { priceSchema } from './price-book.ts';

/** A price as decided: what the meter counts stays the shipped book's, and so does its monthly allowance. */
const changedPriceSchema = priceSchema.pick({ per: true, tiers: true });

/**
 * Prices that the platform charges otherwise than the shipped book says, as the body of a versioned policy: for which region, in
 * the currency of its book, decided on which day, where they are to be read (an address, or words) and why. Prices not named stay.
 */
export const priceChangeSchema = z.strictObject({
  region: z.string().min(1).max(40),
  currency: currencySchema,
  decidedOn: z.iso.date(),
  source: z.string().min(1).max(500),
  reason: z.string().min(1).max(500),
  prices: z
    .partialRecord(z.enum(meterNames), changedPriceSchema)
    .refine((prices) => Object.keys(prices).length > 0, 'Name at least one price'),
});
export type PriceChange = z.infer<typeof priceChangeSchema>;
