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

/** Returns amounts added up by currency. */
export const sumsByCurrency = (amounts: readonly Money[]): Money[] => {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
};
