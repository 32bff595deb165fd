import { decimalsOf } from '../../../layers/kernel/money/currency.ts';

/** The decimals of currencies that the provider counts in another way than ISO 4217 (its list of zero-decimal currencies). */
const OTHERWISE: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };
const MOST_DECIMALS = 3;

/**
 * Returns an amount in the provider's units from our minor units. Undefined when the provider cannot take it: the last digit of a currency
 * with three decimals must be zero, and a currency with four is unknown to it.
 */
export const toProvider = (amount: number, currency: string): number | undefined => {
  const ours = decimalsOf(currency);
  if (ours > MOST_DECIMALS || (ours === MOST_DECIMALS && amount % 10 !== 0)) return undefined;
  const units = amount * 10 ** ((OTHERWISE[currency] ?? ours) - ours);
  return Number.isInteger(units) ? units : undefined;
};

/** Returns our minor units of an amount of the provider. */
export const fromProvider = (units: number, currency: string): number => {
  const code = currency.toUpperCase();
  const ours = decimalsOf(code);
  return Math.round(units * 10 ** (ours - (OTHERWISE[code] ?? ours)));
};
