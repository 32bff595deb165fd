import { meterNames } from '../../functions/finance/domain/pricing/meters.ts';
import type { MonthReport } from '../../functions/finance/domain/usage-report/model.ts';
import { reportView } from '../../functions/finance/domain/usage-report/view.ts';
import type { AmountView } from '../../functions/finance/domain/usage-report/view-schema.ts';
import { decimalText } from './money/exact.ts';

// Spreadsheets pass over blanks and line breaks before a formula, and some read the full-width signs of East Asian keyboards alike.
const formula = /^(?:[\t\r]|[\s\u200B\uFEFF]*[=+\-@＝＋－＠])/u;

/**
 * Text that no spreadsheet runs: what would be read as a formula is led by a quote mark. That is what begins with = + - @, also
 * full-width and also after blanks or line breaks, and with a tab or CR.
 */
export const defused = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A cell of text: defused, then quoted as RFC 4180 asks. */
export const textCell = (text: string): string => {
  const safe = defused(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

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
/** A column for each meter, in its billed unit, so that it can be summed; all of them in every file, so that months can be stacked. */
const columns = [...places, ...meterNames] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/** Numbers we write ourselves (a credit is below zero) are no formulas and stay numbers. */
const numeric = new Set<string>(['events', 'amount', 'exact', 'rounded', ...meterNames]);

const written = (row: Row): string =>
  columns.map((name) => (numeric.has(name) ? (row[name] ?? '') : textCell(row[name] ?? ''))).join(',');

const amounts = ({ shown, exact }: AmountView): Row => ({ amount: shown, exact });

/**
 * The report as CSV (RFC 4180, CRLF, UTF-8): a row `line` for each line, `member-total` for each member, and `total`;
 * lines sum to the total, and all figures are those of the JSON view. `synthetic` says on every row whether the month's use
 * was made up.
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
    const place = { member, category, pool, service, operation, events: String(events) };
    return { row: 'line', ...common, ...place, ...used, ...amounts(amount) };
  });
  const members = view.members.map(({ member, total, rounded }): Row => {
    return { row: 'member-total', ...common, member, ...amounts(total), rounded: minor(rounded) };
  });
  const total: Row = { row: 'total', ...common, ...amounts(view.total), rounded: minor(view.rounded) };
  return [columns.join(','), ...[...lines, ...members, total].map(written), ''].join('\r\n');
};
