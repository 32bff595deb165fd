import { divideHalfEven, EXACT_DECIMALS, type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';
import type { Billing, ExchangeRate } from './billing-policy.ts';

const SCALE = 10n ** BigInt(EXACT_DECIMALS);

/** The conversion between currencies: none needed, or at a rate. */
export type Exchange = { into: string; rate?: ExchangeRate };

/** Returns the conversion from a currency to that of the statements; undefined when the policy has no rate. */
export const exchangeOf = (billing: Billing, from: string, into: string): Exchange | undefined => {
  if (from === into) return { into };
  const rate = billing.rates.find((one) => one.from === from);
  return rate && { into, rate };
};

/** Returns an amount in the other currency, exact to 1e-12 (half to even). */
export const exchanged = (amount: Exact, { rate }: Exchange): Exact =>
  rate ? divideHalfEven(amount * parseExact(rate.rate), SCALE) : amount;

/** Returns the note of a converted line: the rate's source and day, and the amount before; empty without a rate. */
export const exchangeNote = (amountText: string, { rate }: Exchange) =>
  rate ? { exchange: { ...rate, amount: amountText } } : {};
