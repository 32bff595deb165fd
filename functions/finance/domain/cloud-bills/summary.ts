import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { type Exact, exactText, parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { meterNames } from '../pricing/meters.ts';
import { type BillLine, billFormats, chargeCategories } from './bill-line.ts';

/** Summed lines of a bill for the same thing on the same days. */
export type BillCell = Omit<BillLine, 'lineId'> & { lines: number };

/** A bill as stored and reconciled: its month, currency, number of lines, total, and cells. */
export type BillSummary = {
  format: (typeof billFormats)[number];
  month: string;
  currency: string;
  lines: number;
  total: Exact;
  cells: BillCell[];
};

const givesBack = ({ category }: BillLine): boolean => category === 'credit' || category === 'refund';

/** Amounts of opposite sign are separate, because they would cancel out: given back money even by its amount. */
const keyOf = (line: BillLine): string => {
  const { category, service, usageType, from, until, correction, cost } = line;
  const key = `${category}\n${service}\n${usageType}\n${from}\n${until}\n${correction}`;
  if (givesBack(line)) return `${key}\n${exactText(cost)}`;
  return cost < 0n ? `${key}\nbelow zero` : key;
};

/** Returns an accumulator that sums lines as they are parsed, in memory for the cells only. */
export const summing = () => {
  const cells = new Map<string, BillCell>();
  let lines = 0;
  return {
    add: (line: BillLine): void => {
      lines += 1;
      const key = keyOf(line);
      const cell = cells.get(key);
      if (cell) {
        cell.lines += 1;
        cell.quantity += line.quantity;
        cell.cost += line.cost;
        return;
      }
      const { lineId: _, ...first } = line;
      cells.set(key, { ...first, lines: 1 });
    },
    /** Returns the sums, in an order that does not depend on the file's. */
    end: (head: Pick<BillSummary, 'format' | 'month' | 'currency'>): BillSummary => {
      const sorted = [...cells].toSorted(([a], [b]) => byId(a, b)).map(([, cell]) => cell);
      return { ...head, lines, total: sumExact(sorted.map(({ cost }) => cost)), cells: sorted };
    },
  };
};

const exact = z.string().transform((text) => parseExact(text));

/** A stored summary as JSON: amounts are decimals with 12 places. */
export const storedSummarySchema = z.strictObject({
  format: z.enum(billFormats),
  month: monthSchema,
  currency: z.string(),
  lines: z.int().nonnegative(),
  total: exact,
  cells: z.array(
    z.strictObject({
      service: z.string(),
      usageType: z.string(),
      meter: z
        .enum(meterNames)
        .nullable()
        .transform((meter) => meter ?? undefined),
      category: z.enum(chargeCategories),
      from: z.iso.date(),
      until: z.iso.date(),
      quantity: exact,
      cost: exact,
      correction: z.boolean(),
      lines: z.int().positive(),
    }),
  ),
});

/** Returns a summary as text for storage: equal bills give equal bytes. */
export const summaryText = ({ cells, total, ...head }: BillSummary): string =>
  JSON.stringify({
    ...head,
    total: exactText(total),
    cells: cells.map(({ service, usageType, meter, category, from, until, quantity, cost, correction, lines }) => ({
      ...{ service, usageType, meter: meter ?? null, category, from, until },
      ...{ quantity: exactText(quantity), cost: exactText(cost), correction, lines },
    })),
  });

/** Parses the output of `summaryText`. Throws on any other text. */
export const readSummary = (text: string): BillSummary => storedSummarySchema.parse(JSON.parse(text));
