import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { BillLine, BillRefusal, FaultyRow, RowFault } from './bill-line.ts';
import { categoryOf, type Layout, type Role } from './columns.ts';
import { dayAt, readDays, readDecimal, readInstant } from './read-cell.ts';
import { codeOf, meterOf, serviceOf, withoutRegion } from './usage-types.ts';

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

const DAY_MS = 86_400_000;

type Days = { from: string; until: string };

/** The cell of a row by what it says; empty where the file has none. */
export type Row = (role: Role) => string;

// FOCUS writes what it does not know as null (FOCUS_Spec, null handling); tools differ in how they print that.
const isNull = (cell: string): boolean => /^null$/i.test(cell);

/** A row's cells by what they say. */
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
 * Days as they lie in the month of the bill. An hour of use is billed with the month that its bill is of, though it began an hour
 * before: what starts or ends within a day of the month is of its first or last day. Use of longer before is an earlier month's,
 * which came late, and keeps its days. Undefined for use of a time that is to come.
 */
const daysOfUse = ({ from, until }: Days, month: string): (Days & { isLate?: true }) | undefined => {
  const [first, last] = [`${month}-01`, `${month}-${daysIn(month)}`];
  if (from > dayAt(Date.parse(last) + DAY_MS)) return undefined;
  if (until < dayAt(Date.parse(first) - DAY_MS)) return { from, until, isLate: true };
  const within = (day: string): string => (day < first ? first : day > last ? last : day);
  return { from: within(from), until: within(until) };
};

/** One row as a bill line, or why it cannot be read. Throws when it shows that the whole file is another's. */
export const lineOf = (layout: Layout, row: Row, line: number, expected: Expected): BillLine | RowFault => {
  checkPeriod(row, line, expected);
  const [cost, quantity] = [readDecimal(row('cost')), row('quantity') === '' ? 0n : readDecimal(row('quantity'))];
  if (cost === undefined) return 'no-cost';
  if (quantity === undefined) return 'no-quantity';
  const product = codeOf(row('product'));
  const charge = categoryOf(layout.format, { kind: row('kind'), class: row('class'), product, cost });
  if (charge === undefined) return 'no-category';
  // Tax and credits may be for no service in particular.
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
