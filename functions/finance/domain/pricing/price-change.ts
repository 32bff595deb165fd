import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import { perSchema, tiersSchema } from './price-tiers.ts';

/** A price as decided: what the meter counts stays the shipped book's, and so does its monthly allowance. */
export const changedPriceSchema = z.strictObject({ per: perSchema, tiers: tiersSchema });

/** Whether at least one price is named. */
export const namesPrices = (prices: object): boolean => Object.keys(prices).length > 0;

/**
 * Prices that the platform charges otherwise than the shipped book says, as the body of a versioned policy: for which region, in
 * the currency of its book, decided on which day, where they are to be read (an address, or words) and why. Prices not named stay.
 * That the meters are known is held where a change is adopted (`priceChangeInputSchema`): not every desk carries the table of them.
 */
export const priceChangeSchema = z.strictObject({
  region: z.string().min(1).max(40),
  currency: currencySchema,
  decidedOn: z.iso.date(),
  source: z.string().min(1).max(500),
  reason: z.string().min(1).max(500),
  prices: z.record(z.string().max(60), changedPriceSchema).refine(namesPrices, 'Name at least one price'),
});
export type PriceChange = z.infer<typeof priceChangeSchema>;

export const priceBookKind = policyKind('price-book', priceChangeSchema);
