import { decimalText } from '../money/exact.ts';
import type { MonthReport } from './model.ts';
import { reportView } from './view.ts';
import type { AmountView } from './view-schema.ts';

/**
 * A cell of text: what a spreadsheet would run as a formula (begins with = + - @, tab or CR) is made text by a leading
 * quote mark; then quoted as RFC 4180 asks.
 */
export const textCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const columns = [
  'row',
  'month',
  'member',
  'category',
  'pool',
  'service',
  'operation',
  'events',
  'units',
  'amount',
  'exact',
  'rounded',
  'currency',
  'price_book',
  'provisional_until',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/** Numbers we write ourselves (a credit is below zero) are no formulas and stay numbers. */
const numeric = new Set<string>(['events', 'amount', 'exact', 'rounded']);

const written = (row: Row): string =>
  columns.map((name) => (numeric.has(name) ? (row[name] ?? '') : textCell(row[name] ?? ''))).join(',');

const amounts = ({ shown, exact }: AmountView): Row => ({ amount: shown, exact });

/**
 * The report as CSV (RFC 4180, CRLF, UTF-8): a row `line` for each line, `member-total` for each member, and `total`;
 * lines sum to the total, and all figures are those of the JSON view.
 */
export const reportCsv = (report: MonthReport): string => {
  const view = reportView(report);
  const minor = (rounded: number): string => decimalText(BigInt(rounded), view.minorDigits);
  const common: Row = {
    month: view.month,
    currency: view.currency,
    price_book: view.priceBook.version,
    provisional_until: view.provisionalUntil,
  };
  const lines = view.lines.map(({ member, category, pool, service, operation, events, units, amount }): Row => {
    const used = units.map(({ meter, quantity, unit }) => `${meter} ${quantity} ${unit}`).join('; ');
    const place = { member, category, pool, service, operation, events: String(events), units: used };
    return { row: 'line', ...common, ...place, ...amounts(amount) };
  });
  const members = view.members.map(({ member, total, rounded }): Row => {
    return { row: 'member-total', ...common, member, ...amounts(total), rounded: minor(rounded) };
  });
  const total: Row = { row: 'total', ...common, ...amounts(view.total), rounded: minor(view.rounded) };
  return [columns.join(','), ...[...lines, ...members, total].map(written), ''].join('\r\n');
};
