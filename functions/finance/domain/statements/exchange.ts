import { divideHalfEven, EXACT_DECIMALS, type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';
import type { Billing, ExchangeRate } from './billing-policy.ts';

const SCALE = 10n ** BigInt(EXACT_DECIMALS);

/** How amounts of one currency become those of another: nothing to do, at a rate, or not at all. */
export type Exchange = { into: string; rate?: ExchangeRate };

/** The way from a currency to that of the statements; undefined where the policy has no rate. */
export const exchangeOf = (billing: Billing, from: string, into: string): Exchange | undefined => {
  if (from === into) return { into };
  const rate = billing.rates.find((one) => one.from === from);
  return rate && { into, rate };
};

/** An amount in the other currency, exact to 1e-12 (half to even). */
export const exchanged = (amount: Exact, { rate }: Exchange): Exact =>
  rate ? divideHalfEven(amount * parseExact(rate.rate), SCALE) : amount;

/** What a line of another currency says of its rate: of whom, of which day, and the amount before; nothing at no rate. */
export const exchangeNote = (amountText: string, { rate }: Exchange) =>
  rate ? { exchange: { ...rate, amount: amountText } } : {};
