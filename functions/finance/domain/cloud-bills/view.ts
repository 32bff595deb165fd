import { decimalText, divideHalfEven, type Exact } from '../../../../layers/kernel/money/exact.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { amountView, quantityText } from '../usage-report/view.ts';
import { type Acceptance, type JudgedException, judged } from './acceptance.ts';
import type { CalibratedMonth } from './calibrate.ts';
import type { MeterRow, Reconciliation, ServiceRow } from './reconciliation.ts';
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

const exceptionView = ({ accepted, difference, ...rest }: JudgedException): Reconciled['exceptions'][number] => ({
  ...rest,
  difference: amountView(difference),
  ...(accepted && { accepted: { reason: accepted.reason, by: accepted.by, at: accepted.at } }),
});

/** Returns a reconciliation in the format of the response: takes its bill, the price book of the month, and the calibrated lines. */
export const reconciledView = (
  reconciled: Reconciliation,
  {
    bill,
    book,
    acceptances,
    calibrated,
  }: {
    bill: BillView;
    book: PriceBook;
    acceptances: readonly Acceptance[];
    calibrated: CalibratedMonth;
  },
): Reconciled => {
  const exceptions = judged(reconciled, acceptances);
  return {
    bill,
    metered: amountView(reconciled.metered),
    billed: amountView(reconciled.billed),
    difference: amountView(reconciled.billed - reconciled.metered),
    rows: reconciled.rows.map((row) => rowView(row, book)),
    billedOnly: reconciled.billedOnly.map(({ cost, ...rest }) => ({ ...rest, cost: amountView(cost) })),
    exceptions: exceptions.map(exceptionView),
    settled: exceptions.every(({ open }) => !open),
    calibrated: {
      total: amountView(calibrated.total),
      left: amountView(calibrated.total - reconciled.billed),
      rounded: calibrated.rounded.whole,
      members: [...calibrated.rounded.members].map(([member, { total }]) => ({ member, rounded: total })),
    },
  };
};
