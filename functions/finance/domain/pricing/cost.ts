import { divideHalfEven, type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';
import { type Meter, meters } from './meters.ts';
import type { Price, PriceBook } from './price-book.ts';

/** A quantity of a meter in millionths of its count: whole counts for use, fractions where a share or a month is split. */
export type Quantity = bigint;

const MILLION = 1_000_000n;

/** Whole counts as a Quantity. Throws a RangeError when not an integer. */
export const ofCounts = (counts: number | bigint): Quantity => BigInt(counts) * MILLION;

/** A decimal of at most 6 places, e.g. '0.5' instance-hours, as a Quantity. Throws a RangeError on anything else. */
export const ofDecimal = (counts: string): Quantity => {
  const exact = parseExact(counts);
  if (exact % MILLION !== 0n) throw new RangeError(`More than 6 decimals: ${counts}`);
  return exact / MILLION;
};

/** Which monthly allowances the account still has; none when a report is to show list prices. */
export type Allowances = readonly ('always' | 'first-12-months')[];

/** Allowances as they are asked for: an account in its first year has those of always too. */
export const allowanceNames = ['none', 'always', 'first-12-months'] as const;
export type AllowanceName = (typeof allowanceNames)[number];

/** The allowances of a name. */
export const allowancesNamed = (name: AllowanceName): Allowances =>
  name === 'none' ? [] : name === 'always' ? ['always'] : ['always', 'first-12-months'];

/** How much of a quantity is beyond the allowance; borders are in billed units. */
const charged = (price: Price, quantity: Quantity, perUnit: bigint, allowances: Allowances): Quantity => {
  if (!price.free || !allowances.includes(price.free.when)) return quantity;
  const free = BigInt(price.free.quantity) * perUnit;
  return quantity > free ? quantity - free : 0n;
};

/** Price times quantity over the tiers, still to be divided by what the price is per. */
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
 * What a month's whole quantity of a meter costs by a book: the allowance first, then the tiers, rounded once (half to
 * even, 1e-12). Quantities are not negative.
 */
export const costOf = (book: PriceBook, meter: Meter, quantity: Quantity, allowances: Allowances = []): Exact => {
  const price = book.prices[meter];
  const perUnit = BigInt(meters[meter].countsPerUnit) * MILLION;
  const toCharge = charged(price, quantity, perUnit, allowances);
  return divideHalfEven(overTiers(price, toCharge, perUnit), BigInt(price.per) * perUnit);
};

/** An amount over its quantity as the price of one billed unit, for showing (rounded half to even); 0 of nothing. */
export const unitPrice = (meter: Meter, amount: Exact, quantity: Quantity): Exact =>
  quantity === 0n ? 0n : divideHalfEven(amount * BigInt(meters[meter].countsPerUnit) * MILLION, quantity);

/** HTTP API requests that one payload is metered as: one for each 512 KB begun, at least one. */
export const httpUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / (512 * 1024)));
