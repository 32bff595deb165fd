import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { currencySchema, decimalsOf } from '../../../layers/kernel/money/currency.ts';
import { divideHalfEven, EXACT_DECIMALS, parseExact } from '../../../layers/kernel/money/exact.ts';
import { splitByLargestRemainder } from '../../../layers/kernel/money/split.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { fundCodeSchema } from './fund.ts';

const price = z.int().min(0).max(1_000_000_000);
const copies = z.int().min(0).max(10_000);
/** In hundredths of a percent. */
const hundredths = z.int().min(0).max(10_000);

/** The currency of a line's prices where it is not that of the funds, with the rate that is applied: units of the fund's currency for one. */
export const foreignSchema = z.strictObject({
  currency: currencySchema,
  rate: z.string().regex(/^(?!0+(?:\.0+)?$)\d{1,6}(?:\.\d{1,8})?$/, 'A rate is a decimal above 0'),
  source: oneLine(60),
  on: daySchema,
});

/**
 * What a line costs, in minor units: copies on paper and electronic ones, a discount on their sum, a tax on what remains, and costs
 * beside it.
 */
export const priceSchema = z.strictObject({
  ...{ printed: copies, printedPrice: price, electronic: copies, electronicPrice: price },
  ...{ discount: hundredths, tax: hundredths },
  /** Shipping and the like: neither discounted nor taxed. */
  added: price,
  foreign: foreignSchema.exactOptional(),
});
export type Price = z.infer<typeof priceSchema>;

/** A share of a line: of its price in hundredths of a percent, or an amount. */
export const shareSchema = z.union([
  z.strictObject({ fund: fundCodeSchema, percent: z.int().min(1).max(10_000) }),
  z.strictObject({ fund: fundCodeSchema, amount: z.int().min(0).max(1_000_000_000_000) }),
]);
export type Share = z.infer<typeof shareSchema>;

/** Returns how many copies a line orders, on paper and electronic. */
export const copiesOf = ({ printed, electronic }: Price): number => printed + electronic;

/** Returns the factor from minor units of a line to those of the fund's currency, as a fraction. */
export const factorOf = (foreign: Price['foreign'], currency: string): [bigint, bigint] => {
  if (!foreign) return [1n, 1n];
  const [to, from] = [decimalsOf(currency), decimalsOf(foreign.currency)];
  return [parseExact(foreign.rate) * 10n ** BigInt(to), 10n ** BigInt(EXACT_DECIMALS + from)];
};

/**
 * Returns the price of a line in minor units of the fund's currency: net of the discount, its tax, what is added, and the sum. Each is
 * computed exactly and rounded once.
 */
export const priceOf = (stated: Price, currency: string) => {
  const { printed, printedPrice, electronic, electronicPrice, discount, tax, added, foreign } = stated;
  const [by, of] = factorOf(foreign, currency);
  const sum = BigInt(printed) * BigInt(printedPrice) + BigInt(electronic) * BigInt(electronicPrice);
  const net = sum * BigInt(10_000 - discount) * by;
  const parts = {
    net: Number(divideHalfEven(net, 10_000n * of)),
    tax: Number(divideHalfEven(net * BigInt(tax), 100_000_000n * of)),
    added: Number(divideHalfEven(BigInt(added) * by, of)),
  };
  return { ...parts, total: parts.net + parts.tax + parts.added };
};

/** Why shares do not make up a price, and by how much: in hundredths of a percent or in minor units. */
export type Gap = { code: 'percents-differ' | 'amounts-differ' | 'mixed-shares' | 'same-share'; gap: number };

const percentOf = (share: Share): number => ('percent' in share ? share.percent : 0);
const amountOf = (share: Share): number => ('amount' in share ? share.amount : 0);
const sumOf = (shares: readonly Share[], of: (share: Share) => number): number =>
  shares.reduce((sum, share) => sum + of(share), 0);

/** Returns why shares do not make up a price exactly; undefined when they do. Shares are all in percent or all amounts. */
export const gapOf = (shares: readonly Share[], whole: number): Gap | undefined => {
  if (new Set(shares.map(({ fund }) => fund)).size < shares.length) return { code: 'same-share', gap: 0 };
  const inPercent = shares.filter((share) => 'percent' in share).length;
  if (inPercent > 0 && inPercent < shares.length) return { code: 'mixed-shares', gap: 0 };
  if (inPercent === shares.length) {
    const gap = 10_000 - sumOf(shares, percentOf);
    return gap === 0 ? undefined : { code: 'percents-differ', gap };
  }
  const gap = whole - sumOf(shares, amountOf);
  return gap === 0 ? undefined : { code: 'amounts-differ', gap };
};

/** Splits a price by shares that make it up: nothing is lost, and the order of the shares does not matter. */
export const splitPrice = (shares: readonly Share[], whole: number): Map<string, number> =>
  shares.every((share) => 'percent' in share)
    ? splitByLargestRemainder(whole, new Map(shares.map((share) => [share.fund, percentOf(share)])))
    : new Map(shares.map((share) => [share.fund, amountOf(share)]));
