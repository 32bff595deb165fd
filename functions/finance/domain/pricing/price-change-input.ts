import * as z from 'zod';
import { meterNames } from './meters.ts';
import { changedPriceSchema, namesPrices, priceChangeSchema } from './price-change.ts';

/** A price change to adopt: of known meters. */
export const priceChangeInputSchema = priceChangeSchema.extend({
  prices: z.partialRecord(z.enum(meterNames), changedPriceSchema).refine(namesPrices, 'Name at least one price'),
});
