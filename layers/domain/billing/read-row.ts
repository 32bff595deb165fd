import type { Exact } from '../money/exact.ts';
import type { BillLine, BillRefusal, FaultyRow, RowFault } from './bill-line.ts';
import { categoryOf, type Layout, type Role } from './columns.ts';
import { dayAt, readDays, readDecimal, readInstant } from './read-cell.ts';
import { meterOf, serviceOf, withoutRegion } from './usage-types.ts';

/** What the file should be: of which month (YYYY-MM, UTC), in which currency, and the sum that the invoice says where that is known. */
export type Expected = { month: string; currency: string; total?: Exact };

/** Thrown when a file is not the bill that it should be. */
export class NotThisBill extends Error {
  readonly refusal: BillRefusal;
  constructor(code: BillRefusal['code'], detail: string, faults: FaultyRow[] = []) {
    super(detail);
    this.refusal = { code, detail, faults };
  }
}

/** The cell of a row by what it says; empty where the file has none. */
export type Row = (role: Role) => string;

/** A row's cells by what they say. */
export const rowOf =
  ({ at }: Layout, cells: readonly string[]): Row =>
  (role) =>
    cells[at[role]]?.trim() ?? '';

const checkWhose = (row: Row, line: number, { month, currency }: Expected): void => {
  const period = readInstant(row('period'));
  const read = period === undefined ? undefined : dayAt(period).slice(0, 7);
  if (read !== month) {
    const what = read === undefined ? `no month (“${row('period')}”)` : read;
    throw new NotThisBill('other-month', `Line ${line} is of ${what}, not of ${month}. Send the export of ${month}.`);
  }
  if (row('currency') !== currency) {
    const detail = `Line ${line} is in ${row('currency') || 'no currency'}; the price book of ${month} is in ${currency}. Export the bill in ${currency}.`;
    throw new NotThisBill('other-currency', detail);
  }
};

/** One row as a bill line, or why it cannot be read. Throws when it shows that the whole file is another's. */
export const lineOf = (layout: Layout, row: Row, line: number, expected: Expected): BillLine | RowFault => {
  checkWhose(row, line, expected);
  const [cost, quantity] = [readDecimal(row('cost')), row('quantity') === '' ? 0n : readDecimal(row('quantity'))];
  if (cost === undefined) return 'no-cost';
  if (quantity === undefined) return 'no-quantity';
  const product = row('product');
  const said = categoryOf(layout.format, { kind: row('kind'), class: row('class'), product, cost });
  if (said === undefined) return 'no-category';
  // Tax and credits may be for no service in particular.
  if (product === '' && said.category === 'usage') return 'no-service';
  const days = readDays(row('begin'), row('end'));
  if (days === undefined) return 'no-day';
  if (said.category === 'usage' && days.from.slice(0, 7) !== expected.month) return 'day-outside-month';
  const usageType = row('usageType');
  return {
    lineId: row('lineId') || String(line),
    service: product === '' ? 'the whole bill' : serviceOf(product),
    usageType: withoutRegion(usageType),
    meter: said.category === 'usage' ? meterOf(product, usageType) : undefined,
    ...said,
    ...days,
    quantity,
    cost,
  };
};
