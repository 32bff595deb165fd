import { textCell } from '../../../../layers/kernel/csv/text-cell.ts';
import { decimalsOf } from '../../../../layers/kernel/money/currency.ts';
import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import { costsOf, OUTCOMES, type ReportRow, reasonsOf } from './loan-report.ts';
import { waitFigures, waits } from './waits.ts';

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Requests that ended without a supplier are in the row with an empty supplier. */
const WITHOUT = ['endOfRota', 'filledLocally'] as const;

/**
 * Writes the counters as CSV (RFC 4180, CRLF, UTF-8): one row per month, pair of libraries and service, with a column
 * for each occurring reason, wait and currency. Costs are in units of their currency, waits in hours. Formulas are
 * escaped as text.
 */
export const loanReportCsv = (rows: readonly ReportRow[]): string => {
  const reasons = [...new Set(rows.flatMap(({ counts }) => reasonsOf(counts).map(({ reason }) => reason)))].toSorted();
  const currencies = [
    ...new Set(rows.flatMap(({ counts }) => costsOf(counts).map(({ currency }) => currency))),
  ].toSorted();
  const columns = [
    ...['month', 'requester', 'supplier', 'service', ...[...OUTCOMES, ...WITHOUT].map(snake)],
    ...reasons.map((reason) => `unfilled_${reason}`),
    ...waits.flatMap((wait) => [`${wait}_count`, `${wait}_hours`, `${wait}_median_hours`, `${wait}_p90_hours`]),
    ...currencies.map((currency) => `cost_${currency}`),
  ];
  const written = ({ month, requester, supplier, service, counts }: ReportRow): string =>
    [
      ...[month, requester, supplier === '-' ? '' : supplier, service].map(textCell),
      ...[...OUTCOMES, ...WITHOUT].map((name) => counts[name] ?? 0),
      ...reasons.map((reason) => counts[`because${reason}`] ?? 0),
      ...waits.flatMap((wait) => {
        const figures = waitFigures(counts, wait);
        const hours = ((counts[`${wait}Minutes`] ?? 0) / 60).toFixed(2);
        return figures ? [figures.count, hours, figures.medianHours, figures.p90Hours] : [0, '', '', ''];
      }),
      ...currencies.map((currency) => decimalText(BigInt(counts[`cost${currency}`] ?? 0), decimalsOf(currency))),
    ].join(',');
  return [columns.map(textCell).join(','), ...rows.map(written), ''].join('\r\n');
};
