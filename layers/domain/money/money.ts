import * as z from 'zod';

/** An amount in minor units (cents) of its currency. */
export const moneySchema = z.strictObject({
  /** Minor units of the currency. */
  amount: z.number().int(),
  currency: z.string(),
});
export type Money = z.infer<typeof moneySchema>;

/** How many decimals a currency has (ISO 4217: 2 for USD, 0 for JPY, 3 for KWD); the code must be three letters. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Money in plain text with as many decimals as the currency has (ISO 4217), e.g. `26.50 USD`, `300 JPY`. */
export const moneyText = ({ amount, currency }: Money): string => {
  const decimals = decimalsOf(currency);
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`;
};
