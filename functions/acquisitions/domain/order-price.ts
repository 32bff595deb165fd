import * as z from 'zod';
import { divideHalfEven } from '../../../layers/kernel/money/exact.ts';
import { splitByLargestRemainder } from '../../../layers/kernel/money/split.ts';
import { fundCodeSchema } from './fund.ts';

const price = z.int().min(0).max(100_000_000_000);
const copies = z.int().min(0).max(100_000);

/** What a line costs: copies on paper and electronic ones, a discount on their sum in percent with two decimals, and costs beside it. */
export const priceSchema = z.strictObject({
  ...{ printed: copies, printedPrice: price, electronic: copies, electronicPrice: price },
  /** In hundredths of a percent. */
  discount: z.int().min(0).max(10_000),
  /** Shipping and the like: not discounted. */
  added: price,
});
type Price = z.infer<typeof priceSchema>;

/** A share of a line: of its price in hundredths of a percent, or an amount. */
export const shareSchema = z.union([
  z.strictObject({ fund: fundCodeSchema, percent: z.int().min(1).max(10_000) }),
  z.strictObject({ fund: fundCodeSchema, amount: price }),
]);
export type Share = z.infer<typeof shareSchema>;

/** Returns the price of a line in minor units: rounded once, where the discount is. */
export const priceOf = ({ printed, printedPrice, electronic, electronicPrice, discount, added }: Price): number => {
  const sum = printed * printedPrice + electronic * electronicPrice;
  return sum - Number(divideHalfEven(BigInt(sum) * BigInt(discount), 10_000n)) + added;
};

/** Why shares do not make up a price: the difference, in hundredths of a percent or in minor units. */
export type Gap = { code: 'percents-differ' | 'amounts-differ' | 'mixed-shares' | 'same-share'; gap: number };

const percentOf = (share: Share): number => ('percent' in share ? share.percent : 0);
const amountOf = (share: Share): number => ('amount' in share ? share.amount : 0);
const total = (shares: readonly Share[], of: (share: Share) => number): number =>
  shares.reduce((sum, share) => sum + of(share), 0);

/** Returns why shares do not make up a price exactly; undefined when they do. Shares are all in percent or all amounts. */
export const gapOf = (shares: readonly Share[], whole: number): Gap | undefined => {
  if (new Set(shares.map(({ fund }) => fund)).size < shares.length) return { code: 'same-share', gap: 0 };
  const inPercent = shares.filter((share) => 'percent' in share).length;
  if (inPercent > 0 && inPercent < shares.length) return { code: 'mixed-shares', gap: 0 };
  if (inPercent === shares.length) {
    const gap = 10_000 - total(shares, percentOf);
    return gap === 0 ? undefined : { code: 'percents-differ', gap };
  }
  const gap = whole - total(shares, amountOf);
  return gap === 0 ? undefined : { code: 'amounts-differ', gap };
};

/** Splits a price by shares that make it up: nothing is lost, and the order of the shares does not matter. */
export const splitPrice = (shares: readonly Share[], whole: number): Map<string, number> =>
  shares.every((share) => 'percent' in share)
    ? splitByLargestRemainder(whole, new Map(shares.map((share) => [share.fund, percentOf(share)])))
    : new Map(shares.map((share) => [share.fund, amountOf(share)]));
