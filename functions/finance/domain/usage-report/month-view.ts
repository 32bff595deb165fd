import * as z from 'zod';
import { sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { Change } from './change.ts';
import type { MonthReport, ReportLine } from './model.ts';
import { amountView, reportView } from './view.ts';
import { amountSchema, changeViewSchema, reportViewSchema } from './view-schema.ts';

const { lines, ...head } = reportViewSchema.shape;
const { units: _units, operation: _operation, ...serviceRow } = lines.element.shape;

/** A month by member and service: the overview, from which operations and requests open. */
export const monthViewSchema = z.strictObject({
  ...head,
  /** True when any of the use is synthetic demo data. */
  synthetic: z.boolean(),
  services: z.array(z.strictObject({ ...serviceRow, amount: amountSchema })),
  /** `synthetic` when the previous month is demo data: the change is then not one of real use. */
  change: changeViewSchema.extend({ synthetic: z.boolean() }).optional(),
});
export type MonthView = z.infer<typeof monthViewSchema>;
/** A change, and whether the previous month contains synthetic use. */
export type ChangeSince = Change & { synthetic: boolean };

const keyOf = ({ category, pool, member, service }: ReportLine): string =>
  JSON.stringify([category, pool, member, service]);

/** Returns lines summed by member and service, each pool in a separate row; in line order. */
const serviceRows = (report: MonthReport): MonthView['services'] =>
  [...Map.groupBy(report.lines, keyOf).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { category, pool, member, service } = first;
    const count = (of: (line: ReportLine) => number): number => own.reduce((sum, line) => sum + of(line), 0);
    const amount = amountView(sumExact(own.map((line) => line.amount)));
    const events = { events: count((line) => line.events), succeeded: count((line) => line.succeeded) };
    return [{ category, pool, member, service, ...events, amount }];
  });

/** Returns the overview of a report: totals, members, services, prices, unit costs and the change since the previous month. */
export const monthView = (
  report: MonthReport,
  more: { change?: ChangeSince | undefined; synthetic: boolean },
): MonthView => {
  const { lines: _, change, ...view } = reportView(report, more.change);
  return {
    ...view,
    synthetic: more.synthetic,
    services: serviceRows(report),
    ...(change && { change: { ...change, synthetic: more.change?.synthetic ?? false } }),
  };
};
