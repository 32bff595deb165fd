import * as z from 'zod';
import { divideHalfEven } from '../../../layers/kernel/money/exact.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { copiesOf, type Price, type Share, shareSchema } from './order-price.ts';

/**
 * What a line was when a roll-over moved it to another year: `base` is what it may take there in all, before what is spent or cancelled
 * since. The other figures are those at the roll-over, from which that is counted.
 */
export const rollSchema = z.strictObject({
  from: yearCodeSchema,
  base: z.int().min(0),
  ...{ spent: z.int(), invoiced: z.int(), wanted: z.int().min(0) },
  /** The shares in the year before, by which an undo restores the funds. */
  shares: z.array(shareSchema),
});
export type Roll = z.infer<typeof rollSchema>;

/** How many years a line may be moved through. */
export const MOST_ROLLS = 20;

type Priced = { price: Price; total: number; rolls?: Roll[] };

const part = (whole: number, of: number, by: number): number =>
  by === 0 ? 0 : Number(divideHalfEven(BigInt(whole) * BigInt(of), BigInt(by)));

/**
 * Returns what the wanted copies of a line cost in its year. After a roll-over that is its base for the copies that were not invoiced then; a
 * base without such copies, a rest that the invoices left over, stays while anything is wanted.
 */
export const dueIn = ({ price, total, rolls = [] }: Priced, wanted: number): number => {
  const last = rolls.at(-1);
  if (!last) return part(total, wanted, copiesOf(price));
  const open = last.wanted - last.invoiced;
  if (open <= 0) return wanted > 0 ? last.base : 0;
  return part(last.base, Math.min(open, Math.max(0, wanted - last.invoiced)), open);
};

/** Returns what was spent on a line in its year: since its last roll-over. */
export const spentInYear = (spent: number, { rolls = [] }: Pick<Priced, 'rolls'>): number =>
  spent - (rolls.at(-1)?.spent ?? 0);

/** Returns shares with the funds of another year: what becomes one fund is added up. */
export const sharesIn = (shares: readonly Share[], successorOf: (fund: string) => string): Share[] => {
  const sums = new Map<string, Share>();
  for (const share of shares) {
    const fund = successorOf(share.fund);
    const before = sums.get(fund);
    if (!before) sums.set(fund, { ...share, fund });
    else if ('percent' in share && 'percent' in before)
      sums.set(fund, { fund, percent: before.percent + share.percent });
    else if ('amount' in share && 'amount' in before) sums.set(fund, { fund, amount: before.amount + share.amount });
  }
  return [...sums.values()];
};
