import { sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId, splitRow } from '../../../../layers/kernel/money/split.ts';
import { type Allowances, costOf, type Quantity } from '../pricing/cost.ts';
import { type Meter, meterNames } from '../pricing/meters.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { type Cell, lineKey } from './cells.ts';
import { type Charge, categories, type ReportLine } from './model.ts';

/** The cells of a meter, by index, and their quantities. */
type Turned = { places: number[]; quantities: Quantity[] };

/** Groups by meter in one pass: a month of hundreds of members has a hundred thousand cells. */
const turnedBy = (cells: readonly Cell[]): Map<Meter, Turned> => {
  const turned = new Map<Meter, Turned>();
  for (const [at, { use }] of cells.entries())
    for (const [meter, quantity] of use) {
      if (quantity <= 0n) continue;
      const own = turned.get(meter) ?? { places: [], quantities: [] };
      own.places.push(at);
      own.quantities.push(quantity);
      turned.set(meter, own);
    }
  return turned;
};

const inOrder = (a: ReportLine, b: ReportLine): number =>
  byId(a.member, b.member) ||
  categories.indexOf(a.category) - categories.indexOf(b.category) ||
  byId(a.service, b.service) ||
  byId(a.operation, b.operation) ||
  byId(a.pool, b.pool);

/**
 * Prices lines: each meter's whole quantity by the book (tiers and allowances once, for the consortium), then the amount split over the
 * lines by quantity, so that all have one blended price and sum to the whole exactly.
 */
export const priceCells = (cells: readonly Cell[], book: PriceBook, allowances: Allowances): ReportLine[] => {
  const keys = cells.map(lineKey);
  const charges = cells.map((): Charge[] => []);
  const turned = turnedBy(cells);
  for (const meter of meterNames) {
    const { places, quantities } = turned.get(meter) ?? { places: [], quantities: [] };
    const cost = costOf(book, meter, sumExact(quantities), allowances);
    const amounts = splitRow(cost, quantities, (at) => keys[places[at] ?? 0] ?? '');
    for (const [at, place] of places.entries())
      charges[place]?.push({ meter, quantity: quantities[at] ?? 0n, amount: amounts[at] ?? 0n });
  }
  const lines = cells.map(({ use: _, ...cell }, at): ReportLine => {
    const own = charges[at] ?? [];
    return { ...cell, charges: own, amount: sumExact(own.map((charge) => charge.amount)) };
  });
  return lines.toSorted(inOrder);
};
