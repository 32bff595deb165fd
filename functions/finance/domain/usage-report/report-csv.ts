import { textCell } from '../../../../layers/kernel/csv/text-cell.ts';
import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import { codeInFile } from '../code-in-file.ts';
import { meterNames } from '../pricing/meters.ts';
import type { MonthReport } from './model.ts';
import { reportView } from './view.ts';
import type { AmountView } from './view-schema.ts';

const places = [
  'row',
  'month',
  'synthetic',
  'member',
  'category',
  'pool',
  'service',
  'operation',
  'events',
  'amount',
  'exact',
  'rounded',
  'currency',
  'price_book',
  'provisional_until',
] as const;
/** Each meter has a column in its billed unit, so that it can be summed; every file has all of them, so that months can be appended. */
const columns = [...places, ...meterNames] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/** Columns with numbers that we format ourselves: they are not escaped as formulas (a credit is negative). */
const numeric = new Set<string>(['events', 'amount', 'exact', 'rounded', ...meterNames]);

const written = (row: Row): string =>
  columns.map((name) => (numeric.has(name) ? (row[name] ?? '') : textCell(row[name] ?? ''))).join(',');

const amounts = ({ shown, exact }: AmountView): Row => ({ amount: shown, exact });

/**
 * Writes the report as CSV (RFC 4180, CRLF, UTF-8): a row `line` for each line, `member-total` for each member, and `total`.
 * Lines sum to the total, and all figures are those of the JSON view. `synthetic` marks every row of a month whose use is
 * generated.
 */
export const reportCsv = (report: MonthReport, synthetic: boolean): string => {
  const view = reportView(report);
  const minor = (rounded: number): string => decimalText(BigInt(rounded), view.minorDigits);
  const common: Row = {
    month: view.month,
    synthetic: synthetic ? 'yes' : 'no',
    currency: view.currency,
    price_book: view.priceBook.version,
    provisional_until: view.provisionalUntil,
  };
  const lines = view.lines.map(({ member, category, pool, service, operation, events, units, amount }): Row => {
    const used = Object.fromEntries(units.map(({ meter, quantity }) => [meter, quantity]));
    const kind = { category: codeInFile(category), pool: codeInFile(pool) };
    const place = { member, ...kind, service, operation, events: String(events) };
    return { row: 'line', ...common, ...place, ...used, ...amounts(amount) };
  });
  const members = view.members.map(({ member, total, rounded }): Row => {
    return { row: 'member-total', ...common, member, ...amounts(total), rounded: minor(rounded) };
  });
  const total: Row = { row: 'total', ...common, ...amounts(view.total), rounded: minor(view.rounded) };
  return [columns.join(','), ...[...lines, ...members, total].map(written), ''].join('\r\n');
};
