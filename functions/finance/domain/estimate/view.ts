import { decimalText, divideHalfEven, type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { meters } from '../pricing/meters.ts';
import type { ReportLine } from '../usage-report/model.ts';
import { amountView, percentOf, quantityText } from '../usage-report/view.ts';
import type { Estimate, EstimateInput } from './estimate.ts';
import { growthOf } from './growth.ts';
import { holdsIndex, indexGb } from './search-size.ts';
import type { CloudView } from './view-schema.ts';
import type { CompleteWorkload } from './workload.ts';

const amountOf = (lines: readonly ReportLine[]): Exact => sumExact(lines.map(({ amount }) => amount));
const eventsOf = (lines: readonly ReportLine[]): number => lines.reduce((sum, { events }) => sum + events, 0);
const dearestFirst = (a: { exact: Exact; name: string }, b: { exact: Exact; name: string }): number =>
  a.exact === b.exact ? byId(a.name, b.name) : a.exact < b.exact ? 1 : -1;

/** Groups lines by a name, the most expensive first. */
const groups = (lines: readonly ReportLine[], nameOf: (line: ReportLine) => string) =>
  [...Map.groupBy(lines, nameOf)].map(([name, own]) => ({ name, own, exact: amountOf(own) })).toSorted(dearestFirst);

const operationsOf = (lines: readonly ReportLine[]): CloudView['operations'] =>
  groups(
    lines.filter(({ category }) => category !== 'idle'),
    ({ operation }) => operation,
  ).flatMap(({ name, own, exact }) => {
    const [first] = own;
    const events = eventsOf(own);
    if (!first) return [];
    const perEvent = events === 0 ? {} : { perEvent: amountView(divideHalfEven(exact, BigInt(events))) };
    return [{ service: first.service, operation: name, events, amount: amountView(exact), ...perEvent }];
  });

const idleOf = ({ lines, idle, report }: Estimate): CloudView['idle'] => {
  const units = new Map(report.prices.map(({ meter, unit }) => [meter, unit]));
  return lines
    .filter(({ category }) => category === 'idle')
    .flatMap(({ operation, charges }) => charges.map((charge) => ({ id: operation, ...charge })))
    .map(({ id, meter, quantity, amount }) => ({
      id,
      meter,
      title: idle.find((one) => one.id === id && one.meter === meter)?.title ?? id,
      quantity: quantityText(meter, quantity),
      unit: units.get(meter) ?? meters[meter].counts,
      amount: amountView(amount),
    }));
};

/** Returns the estimate of a month of the cloud as plain JSON, with the growth of costs. */
export const estimateView = (
  input: EstimateInput,
  { workload, assumed }: CompleteWorkload,
  made: Estimate,
): CloudView => {
  const { report, lines, stored, metering } = made;
  const known = metering.work + metering.logged + metering.stored;
  const { instanceType, instances, storageGb } = input.resources.search;
  return {
    ...{ month: report.month, currency: report.currency, priceBook: report.priceBook, workload, assumed },
    total: amountView(made.total),
    variable: amountView(made.variable),
    services: groups(lines, ({ service }) => service).flatMap(({ own, exact }) => {
      const [first] = own;
      return first ? [{ service: first.service, events: eventsOf(own), amount: amountView(exact) }] : [];
    }),
    operations: operationsOf(lines),
    idle: idleOf(made),
    metering: {
      work: amountView(metering.work),
      logged: amountView(metering.logged),
      stored: amountView(metering.stored),
      amount: amountView(known),
      percentOfTotal: percentOf(known, made.total),
      percentOfVariable: percentOf(known, made.variable),
      requestsABatch: Math.round(metering.requestsABatch * 100) / 100,
    },
    stored: {
      records: Math.round(stored.records),
      items: Math.round(stored.items),
      patrons: Math.round(stored.patrons),
      evidence: Math.round(stored.evidence),
      packed: Math.round(stored.packed),
    },
    search: {
      ...{ instanceType, instances, storageGb },
      neededGb: Number(decimalText(BigInt(Math.round(indexGb(workload.records) * 100)), 2)),
      holdsIndex: holdsIndex(workload.records, input.resources.search),
    },
    growth: growthOf(input, made).map(({ adds, ...row }) => ({ ...row, adds: amountView(adds) })),
  };
};
