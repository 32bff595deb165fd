import { divideHalfEven, type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';
import { type Meter, meters } from './meters.ts';
import type { Price, PriceBook } from './price-book.ts';

/** A quantity of a meter in millionths of its count: whole counts for use, fractions when a share or a month is split. */
export type Quantity = bigint;

const MILLION = 1_000_000n;

/** Returns whole counts as a Quantity. Throws a RangeError when not an integer. */
export const ofCounts = (counts: number | bigint): Quantity => BigInt(counts) * MILLION;

/** Returns a decimal of at most 6 places, e.g. '0.5' instance-hours, as a Quantity. Throws a RangeError for other texts. */
export const ofDecimal = (counts: string): Quantity => {
  const exact = parseExact(counts);
  if (exact % MILLION !== 0n) throw new RangeError(`More than 6 decimals: ${counts}`);
  return exact / MILLION;
};

/** The monthly allowances of the account; empty for a report at list prices. */
export type Allowances = readonly ('always' | 'first-12-months')[];

/** The names of allowances: an account in its first year has the permanent ones too. */
export const allowanceNames = ['none', 'always', 'first-12-months'] as const;
export type AllowanceName = (typeof allowanceNames)[number];

/** Returns the allowances of a name. */
export const allowancesNamed = (name: AllowanceName): Allowances =>
  name === 'none' ? [] : name === 'always' ? ['always'] : ['always', 'first-12-months'];

/** Returns the part of a quantity that exceeds the allowance; bounds are in billed units. */
const charged = (price: Price, quantity: Quantity, perUnit: bigint, allowances: Allowances): Quantity => {
  if (!price.free || !allowances.includes(price.free.when)) return quantity;
  const free = BigInt(price.free.quantity) * perUnit;
  return quantity > free ? quantity - free : 0n;
};

/** Returns price times quantity over the tiers, still to be divided by the unit of the price. */
const overTiers = (price: Price, quantity: Quantity, perUnit: bigint): bigint => {
  let from = 0n;
  let sum = 0n;
  for (const tier of price.tiers) {
    const to = tier.upTo === undefined ? quantity : BigInt(tier.upTo) * perUnit;
    const inTier = (quantity < to ? quantity : to) - from;
    if (inTier <= 0n) break;
    sum += inTier * parseExact(tier.price);
    from = to;
  }
  return sum;
};

/**
 * Returns the cost of a month's whole quantity of a meter by a book: first the allowance, then the tiers, rounded once (half to even,
 * 1e-12). Quantities are not negative.
 */
export const costOf = (book: PriceBook, meter: Meter, quantity: Quantity, allowances: Allowances = []): Exact => {
  const price = book.prices[meter];
  const perUnit = BigInt(meters[meter].countsPerUnit) * MILLION;
  const toCharge = charged(price, quantity, perUnit, allowances);
  return divideHalfEven(overTiers(price, toCharge, perUnit), BigInt(price.per) * perUnit);
};

/** Returns the price per billed unit of an amount, for display (rounded half to even); 0 for a zero quantity. */
export const unitPrice = (meter: Meter, amount: Exact, quantity: Quantity): Exact =>
  quantity === 0n ? 0n : divideHalfEven(amount * BigInt(meters[meter].countsPerUnit) * MILLION, quantity);

/** Returns the metered HTTP API requests of a payload: one for each started 512 KB, at least one. */
export const httpUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / (512 * 1024)));
