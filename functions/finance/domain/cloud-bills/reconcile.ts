import { divideHalfEven, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { type Meter, meterNames } from '../pricing/meters.ts';
import { comparedBy } from './compared.ts';
import { rowExceptions } from './find-exceptions.ts';
import type { MeteredCell } from './metered-use.ts';
import type { BillException, BilledOnly, MeterRow, Reconciliation, ServiceRow, ToReconcile } from './reconciliation.ts';
import { restatements } from './restated.ts';
import type { BillCell } from './summary.ts';

const ONE = 10n ** 12n;

const sumOf = <T>(items: readonly T[], of: (item: T) => bigint): bigint => sumExact(items.map(of));

const meterRow = (meter: Meter, metered: readonly MeteredCell[], billed: readonly BillCell[]): MeterRow => {
  const [mine, theirs] = [
    metered.filter((cell) => cell.meter === meter),
    billed.filter((cell) => cell.meter === meter),
  ];
  return {
    meter,
    quantity: sumOf(mine, ({ quantity }) => quantity),
    billedQuantity: sumOf(theirs, ({ quantity }) => quantity),
    metered: sumOf(mine, ({ amount }) => amount),
    billed: sumOf(theirs, ({ cost }) => cost),
  };
};

const serviceRow = (service: string, meters: MeterRow[]): ServiceRow => {
  const [metered, billed] = [sumOf(meters, (row) => row.metered), sumOf(meters, (row) => row.billed)];
  const exact = meters.every(({ meter }) => comparedBy[meter].exact);
  // A row has meters with a cost, so it is never zero.
  const factor = divideHalfEven(billed * ONE, metered);
  return { service, exact, metered, billed, difference: billed - metered, factor, meters };
};

/** Returns the name under which an unmetered cell is shared and explained: by service, where its use is not known also by usage type. */
const nameOf = ({ category, service, usageType }: BillCell): string => {
  if (category === 'usage') return `not-metered:${service}:${usageType}`;
  return `${category}:${service}${category === 'unknown' ? `:${usageType}` : ''}`;
};

/** Returns usage without metered counterpart, and everything that is no usage, by service and usage type. */
const billedOnlyOf = (cells: readonly BillCell[]): BilledOnly[] =>
  [...Map.groupBy(cells, nameOf)]
    .flatMap(([id, own]) => {
      const [first] = own;
      if (!first) return [];
      const { category, service, usageType } = first;
      const named = category === 'usage' || category === 'unknown';
      return [{ id, category, service, usageType: named ? usageType : '', cost: sumOf(own, (cell) => cell.cost) }];
    })
    .toSorted((a, b) => byId(a.id, b.id));

const exceptionOf = (id: string, own: readonly BillCell[]): BillException[] => {
  const [first] = own;
  if (!first) return [];
  const { category, service, usageType } = first;
  const difference = sumOf(own, ({ cost }) => cost);
  if (category === 'usage') return [{ id, kind: 'not-metered', service, usageType, difference }];
  if (category === 'unknown') return [{ id, kind: category, service, usageType, difference }];
  return [{ id, kind: category, service, difference }];
};

/** Names what no meter confirms; when a name has both signs, positive and negative amounts separately, because they could cancel out. */
const unmeteredExceptions = (cells: readonly BillCell[]): BillException[] => {
  const byName = Map.groupBy(
    cells.filter(({ cost }) => cost !== 0n),
    nameOf,
  );
  return [...byName].flatMap(([id, own]) => {
    const bySign = Map.groupBy(own, ({ cost }) => (cost > 0n ? 'taken' : 'given'));
    return [...bySign].flatMap(([sign, some]) => exceptionOf(bySign.size === 1 ? id : `${id}:${sign}`, some));
  });
};

/**
 * Compares a metered month with its latest bill, service by service and meter by meter, and names every difference: what exceeds the
 * tolerance without missing and unmetered days, those days, what is billed but not metered, what is no usage, and the differences
 * between successive bills. Undefined when the month has no bill yet.
 */
export const reconcile = ({ month, metered, bills }: ToReconcile): Reconciliation | undefined => {
  const latest = bills.at(-1);
  if (!latest) return undefined;
  const { billId, summary } = latest;
  const used = new Set(metered.flatMap(({ meter, amount }) => (amount > 0n ? [meter] : [])));
  const isCompared = ({ category, meter }: BillCell): boolean =>
    category === 'usage' && meter !== undefined && used.has(meter);
  const compared = summary.cells.filter(isCompared);
  const meters = meterNames.filter((meter) => used.has(meter)).map((meter) => meterRow(meter, metered, compared));
  const rows = [...Map.groupBy(meters, ({ meter }) => comparedBy[meter].name)]
    .map(([service, own]) => serviceRow(service, own))
    .toSorted((a, b) => byId(a.service, b.service));
  const unmetered = summary.cells.filter((cell) => !isCompared(cell));
  return {
    month,
    billId,
    currency: summary.currency,
    metered: sumOf(rows, (row) => row.metered),
    billed: summary.total,
    rows,
    billedOnly: billedOnlyOf(unmetered),
    exceptions: [
      ...rows.flatMap((row) => rowExceptions(row, metered, compared)),
      ...unmeteredExceptions(unmetered).toSorted((a, b) => byId(a.id, b.id)),
      ...restatements(bills),
    ],
  };
};
