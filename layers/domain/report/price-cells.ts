import { sumExact } from '../money/exact.ts';
import { byId, splitExactly } from '../money/split.ts';
import { type Allowances, costOf, type Quantity } from '../pricing/cost.ts';
import { type Meter, meterNames } from '../pricing/meters.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { type Cell, lineKey } from './cells.ts';
import { type Charge, categories, type ReportLine } from './model.ts';

type Keyed = { key: string; cell: Cell };

const quantitiesOf = (keyed: readonly Keyed[], meter: Meter): Map<string, Quantity> => {
  const quantities = new Map<string, Quantity>();
  for (const { key, cell } of keyed) {
    const quantity = cell.use.get(meter);
    if (quantity !== undefined && quantity > 0n) quantities.set(key, quantity);
  }
  return quantities;
};

const inOrder = (a: ReportLine, b: ReportLine): number =>
  byId(a.member, b.member) ||
  categories.indexOf(a.category) - categories.indexOf(b.category) ||
  byId(a.service, b.service) ||
  byId(a.operation, b.operation) ||
  byId(a.pool, b.pool);

/**
 * Prices lines: each meter's whole quantity by the book (tiers and allowances once, for the consortium), then the amount
 * split over the lines by quantity, so that all have one blended price and sum to the whole exactly.
 */
export const priceCells = (cells: readonly Cell[], book: PriceBook, allowances: Allowances): ReportLine[] => {
  const keyed = cells.map((cell): Keyed => ({ key: lineKey(cell), cell }));
  const charges = new Map<string, Charge[]>(keyed.map(({ key }) => [key, []]));
  for (const meter of meterNames) {
    const quantities = quantitiesOf(keyed, meter);
    const cost = costOf(book, meter, sumExact(quantities.values()), allowances);
    for (const [key, amount] of splitExactly(cost, quantities)) {
      charges.get(key)?.push({ meter, quantity: quantities.get(key) ?? 0n, amount });
    }
  }
  const lines = keyed.map(({ key, cell: { use: _, ...cell } }): ReportLine => {
    const own = charges.get(key) ?? [];
    return { ...cell, charges: own, amount: sumExact(own.map((charge) => charge.amount)) };
  });
  return lines.toSorted(inOrder);
};
