import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { BillLine, BillRefusal, FaultyRow, RowFault } from './bill-line.ts';
import { categoryOf, type Layout, type Role } from './columns.ts';
import { dayAt, readDays, readDecimal, readInstant } from './read-cell.ts';
import { codeOf, meterOf, serviceOf, withoutRegion } from './usage-types.ts';

/** The expected bill: its month (YYYY-MM, UTC), currency, and the invoice's total when known. */
export type Expected = { month: string; currency: string; total?: Exact };

/** Thrown when a file is not the expected bill. */
export class NotThisBill extends Error {
  readonly refusal: BillRefusal;
  constructor(code: BillRefusal['code'], detail: string, faults: FaultyRow[] = []) {
    super(detail);
    this.refusal = { code, detail, faults };
  }
}

const DAY_MS = 86_400_000;

type Days = { from: string; until: string };

/** Returns a cell of a row by its role; empty when the file has none. */
export type Row = (role: Role) => string;

// FOCUS writes unknown values as null (FOCUS_Spec, null handling); tools print that differently.
const isNull = (cell: string): boolean => /^null$/i.test(cell);

/** Returns the cells of a row by role. */
export const rowOf =
  ({ at, format }: Layout, cells: readonly string[]): Row =>
  (role) => {
    const isFilled = (cell: string): boolean => cell !== '' && (format === 'cur-2.0' || !isNull(cell));
    const places = at.get(role) ?? [];
    return places.map((place) => cells[place]?.trim() ?? '').find(isFilled) ?? '';
  };

const checkPeriod = (row: Row, line: number, { month, currency }: Expected): void => {
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

/**
 * Returns the days of use within the bill's month. An hour of use belongs to its bill's month although it may start an hour earlier: a
 * start or end within a day of the month moves to its first or last day. Earlier use is late use of an earlier month and retains its
 * days. Undefined for use in the future.
 */
const daysOfUse = ({ from, until }: Days, month: string): (Days & { isLate?: true }) | undefined => {
  const [first, last] = [`${month}-01`, `${month}-${daysIn(month)}`];
  if (from > dayAt(Date.parse(last) + DAY_MS)) return undefined;
  if (until < dayAt(Date.parse(first) - DAY_MS)) return { from, until, isLate: true };
  const within = (day: string): string => (day < first ? first : day > last ? last : day);
  return { from: within(from), until: within(until) };
};

/** Returns one row as a bill line, or why it is invalid. Throws when it shows that the file is another bill. */
export const lineOf = (layout: Layout, row: Row, line: number, expected: Expected): BillLine | RowFault => {
  checkPeriod(row, line, expected);
  const [cost, quantity] = [readDecimal(row('cost')), row('quantity') === '' ? 0n : readDecimal(row('quantity'))];
  if (cost === undefined) return 'no-cost';
  if (quantity === undefined) return 'no-quantity';
  const product = codeOf(row('product'));
  const charge = categoryOf(layout.format, { kind: row('kind'), class: row('class'), product, cost });
  if (charge === undefined) return 'no-category';
  // Tax and credits may belong to no particular service.
  if (product === '' && charge.category === 'usage') return 'no-service';
  const read = readDays(row('begin'), row('end'));
  if (read === undefined) return 'no-day';
  const placed = charge.category === 'usage' ? daysOfUse(read, expected.month) : read;
  if (placed === undefined) return 'day-outside-month';
  const { isLate, ...days } = { isLate: undefined, ...placed };
  const category = isLate ? 'late-usage' : charge.category;
  const usageType = row('usageType');
  return {
    lineId: row('lineId') || String(line),
    service: product === '' ? 'the whole bill' : serviceOf(product),
    usageType: charge.category === 'unknown' ? row('kind') : withoutRegion(usageType),
    meter: category === 'usage' ? meterOf(product, usageType) : undefined,
    ...{ ...charge, category },
    ...days,
    quantity,
    cost,
  };
};
