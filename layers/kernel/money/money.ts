import * as z from 'zod';
import { decimalsOf } from './currency.ts';

/** An amount in minor units (cents) of its currency. */
export const moneySchema = z.strictObject({
  /** Minor units of the currency. */
  amount: z.number().int(),
  currency: z.string(),
});
export type Money = z.infer<typeof moneySchema>;

/** Returns money as plain text with the decimals of its currency (ISO 4217), e.g. `26.50 USD`, `300 JPY`. */
export const moneyText = ({ amount, currency }: Money): string => {
  const decimals = decimalsOf(currency);
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`;
};
