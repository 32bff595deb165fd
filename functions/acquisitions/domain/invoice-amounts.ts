import * as z from 'zod';
import { divideHalfEven } from '../../../layers/kernel/money/exact.ts';
import { splitByLargestRemainder } from '../../../layers/kernel/money/split.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { fundCodeSchema } from './fund.ts';

/** The funds of what is for no order, in hundredths of a percent. */
export const percentSharesSchema = z
  .array(z.strictObject({ fund: fundCodeSchema, percent: z.int().min(1).max(10_000) }))
  .min(1)
  .max(10);

const adjustmentSchema = z.strictObject({
  text: oneLine(120),
  amount: z.int().min(-1_000_000_000).max(1_000_000_000),
  /** Who is paid this, where it is not the vendor: customs, a bank. It is no part of what the vendor is paid. */
  payee: oneLine(120).exactOptional(),
});

/** A cost or rebate beside the lines: divided over them, or with funds of its own. */
export const invoiceAdjustmentSchema = z.union([
  adjustmentSchema.extend({ prorate: z.enum(['amount', 'line', 'quantity']) }),
  adjustmentSchema.extend({ shares: percentSharesSchema }),
]);
export type Adjustment = z.infer<typeof invoiceAdjustmentSchema>;

/** What a line of an invoice states of its amount: copies, the price of one, and the sum where the vendor states another one. */
export type StatedLine = { copies: number; price: number; sum?: number; taxRate: number };
type Stated = { lines: readonly StatedLine[]; taxIncluded: boolean; adjustments: readonly Adjustment[] };

/** Returns the amount of a line in minor units of the invoice: below 0 for a credit. */
export const amountOf = ({ copies, price, sum }: StatedLine): number => sum ?? copies * price;

/** Returns how many copies a line counts as invoiced: a credit counts none unless copies are returned. */
export const countedOf = (line: StatedLine): number => (amountOf(line) < 0 && line.copies > 0 ? 0 : line.copies);

// Ties are resolved by id, so that numbers of lines are written with the same length.
const idOf = (at: number): string => String(at).padStart(4, '0');

/** Divides an amount by weights of the lines; each gets the same when all weights are 0. */
const divide = (amount: number, weights: readonly number[]): number[] => {
  const given = weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights;
  const parts = splitByLargestRemainder(amount, new Map(given.map((weight, at) => [idOf(at), weight])));
  return given.map((_, at) => parts.get(idOf(at)) ?? 0);
};

const taxOf = (base: number, rate: number, isIncluded: boolean): number =>
  Number(divideHalfEven(BigInt(base) * BigInt(rate), BigInt(isIncluded ? 10_000 + rate : 10_000)));

/** Returns the tax of each line: computed once for each rate, then divided over its lines; credits lower it. */
const taxesOf = ({ lines, taxIncluded }: Stated): number[] => {
  const amounts = lines.map(amountOf);
  const taxes = lines.map(() => 0);
  for (const rate of new Set(lines.map(({ taxRate }) => taxRate))) {
    const of = (isCredit: boolean): number[] =>
      amounts.map((amount, at) => (lines[at]?.taxRate === rate && amount < 0 === isCredit ? Math.abs(amount) : 0));
    const [charged, credited] = [of(false), of(true)];
    const [sum, minus] = [charged, credited].map((own) => own.reduce((all, one) => all + one, 0));
    const whole = taxOf((sum ?? 0) - (minus ?? 0), rate, taxIncluded);
    const ofCharges = minus === 0 ? whole : sum === 0 ? 0 : taxOf(sum ?? 0, rate, taxIncluded);
    for (const [weights, amount] of [
      [charged, ofCharges],
      [credited, whole - ofCharges],
    ] as const)
      if (amount !== 0) for (const [at, part] of divide(amount, weights).entries()) taxes[at] = (taxes[at] ?? 0) + part;
  }
  return taxes;
};

/**
 * Returns the amounts of an invoice in its minor units: of each line its amount, its tax, its part of the adjustments, and the sum of them;
 * what the vendor is paid; and what the adjustments with funds of their own cost.
 */
export const amountsOf = (stated: Stated) => {
  const { lines, taxIncluded, adjustments } = stated;
  const taxes = taxesOf(stated);
  const weights = {
    amount: lines.map((line) => Math.abs(amountOf(line))),
    line: lines.map(() => 1),
    quantity: lines.map(({ copies }) => Math.abs(copies)),
  };
  const adjusted = lines.map(() => 0);
  for (const adjustment of adjustments)
    if ('prorate' in adjustment)
      for (const [at, part] of divide(adjustment.amount, weights[adjustment.prorate]).entries())
        adjusted[at] = (adjusted[at] ?? 0) + part;
  const sums = lines.map((line, at) => {
    const [amount, tax, part] = [amountOf(line), taxes[at] ?? 0, adjusted[at] ?? 0];
    return { amount, tax, adjusted: part, whole: amount + (taxIncluded ? 0 : tax) + part };
  });
  const all = sums.reduce((sum, { amount, tax }) => sum + amount + (taxIncluded ? 0 : tax), 0);
  const ofVendor = adjustments.reduce((sum, { amount, payee }) => sum + (payee === undefined ? amount : 0), 0);
  return { lines: sums, payable: all + ofVendor };
};
