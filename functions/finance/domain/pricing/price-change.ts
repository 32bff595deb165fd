import * as z from 'zod';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import { perSchema, tiersSchema } from './price-tiers.ts';

/** A decided price: the meter's unit and its monthly allowance remain those of the built-in book. */
export const changedPriceSchema = z.strictObject({ per: perSchema, tiers: tiersSchema });

/** Returns whether at least one price is named. */
export const namesPrices = (prices: object): boolean => Object.keys(prices).length > 0;

/**
 * Prices that differ from the built-in book, as the body of a versioned policy: the region, the currency of its book, the day of the
 * decision, the source (an address, or text) and the reason. Prices not named are unchanged. The adoption checks that the meters are
 * known (`priceChangeInputSchema`): not every bundle contains their table.
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
