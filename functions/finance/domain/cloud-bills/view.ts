import { decimalText, divideHalfEven, type Exact } from '../../../../layers/kernel/money/exact.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import type { ReportLine, SplitKey } from '../usage-report/model.ts';
import { amountView, quantityText } from '../usage-report/view.ts';
import { type JudgedBy, type JudgedException, judged } from './acceptance.ts';
import type { CalibratedMonth } from './calibrate.ts';
import { type Effect, effectOnMembers } from './effect-on-members.ts';
import type { BillException, MeterRow, Reconciliation, ServiceRow } from './reconciliation.ts';
import type { BillView, ReconciliationView } from './view-schema.ts';

type Reconciled = NonNullable<ReconciliationView['reconciled']>;

const ofBilledUnits = (quantity: Exact): string => decimalText(divideHalfEven(quantity, 10n ** 6n), 6);

const meterView = (row: MeterRow, { prices }: PriceBook): Reconciled['rows'][number]['meters'][number] => ({
  meter: row.meter,
  unit: prices[row.meter].unit,
  quantity: quantityText(row.meter, row.quantity),
  billedQuantity: ofBilledUnits(row.billedQuantity),
  metered: amountView(row.metered),
  billed: amountView(row.billed),
});

/** Returns a difference in percent of the metered amount, with two decimals. */
const percent = ({ difference, metered }: ServiceRow): string =>
  decimalText(metered === 0n ? 0n : divideHalfEven(difference * 10_000n, metered), 2);

const rowView = (row: ServiceRow, book: PriceBook): Reconciled['rows'][number] => ({
  service: row.service,
  exact: row.exact,
  metered: amountView(row.metered),
  billed: amountView(row.billed),
  difference: amountView(row.difference),
  percent: percent(row),
  factor: ofBilledUnits(row.factor),
  meters: row.meters.map((meter) => meterView(meter, book)),
});

const exceptionView = (
  { accepted, recurring, difference, ...rest }: JudgedException,
  effect: Effect,
): Reconciled['exceptions'][number] => ({
  ...rest,
  difference: amountView(difference),
  ...(accepted && { accepted: { reason: accepted.reason, by: accepted.by, at: accepted.at } }),
  ...(recurring && { recurring: { reason: recurring.reason, until: recurring.until } }),
  effect: effect.map(({ member, amount }) => ({ member, amount: amountView(amount) })),
});

/** Returns a reconciliation in the format of the response: takes its bill, the price book, lines and key of the
 * month, what its differences are judged by, and the calibrated lines. */
export const reconciledView = (
  reconciled: Reconciliation,
  {
    bill,
    book,
    by,
    lines,
    key,
    calibrated,
  }: {
    bill: BillView;
    book: PriceBook;
    by: JudgedBy;
    lines: readonly ReportLine[];
    key: SplitKey;
    calibrated: CalibratedMonth;
  },
): Reconciled => {
  const exceptions = judged(reconciled, by);
  const effectOf = (exception: BillException): Effect =>
    effectOnMembers(exception, { lines, key, reconciliation: reconciled });
  return {
    bill,
    metered: amountView(reconciled.metered),
    billed: amountView(reconciled.billed),
    difference: amountView(reconciled.billed - reconciled.metered),
    rows: reconciled.rows.map((row) => rowView(row, book)),
    billedOnly: reconciled.billedOnly.map(({ cost, ...rest }) => ({ ...rest, cost: amountView(cost) })),
    exceptions: exceptions.map((exception) => exceptionView(exception, effectOf(exception))),
    settled: exceptions.every(({ open }) => !open),
    calibrated: {
      total: amountView(calibrated.total),
      left: amountView(calibrated.total - reconciled.billed),
      rounded: calibrated.rounded.whole,
      members: [...calibrated.rounded.members].map(([member, { total }]) => ({ member, rounded: total })),
    },
  };
};
