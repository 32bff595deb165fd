import { sumExact } from '../../../../layers/kernel/money/exact.ts';
import { meterNames } from '../pricing/meters.ts';
import type { Charge, MonthReport, ReportLine } from './model.ts';

const merged = (charges: readonly Charge[]): Charge[] =>
  meterNames.flatMap((meter) => {
    const own = charges.filter((charge) => charge.meter === meter);
    if (own.length === 0) return [];
    const quantity = sumExact(own.map((charge) => charge.quantity));
    return [{ meter, quantity, amount: sumExact(own.map((charge) => charge.amount)) }];
  });

const sumOf = (lines: readonly ReportLine[], value: (line: ReportLine) => number): number =>
  lines.reduce((sum, line) => sum + value(line), 0);

const keyOf = ({ category, pool, service, operation }: ReportLine): string =>
  JSON.stringify([category, pool, service, operation]);

/**
 * Returns the lines of a report by operation. For one member they are unchanged; for the whole consortium each operation is one line for
 * all members (`member` is `all`), with a pool's shares combined. All sum to the report's total.
 */
export const operationLines = (report: MonthReport): ReportLine[] => {
  if (report.member !== undefined) return report.lines;
  return [...Map.groupBy(report.lines, keyOf).values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    return [
      {
        ...first,
        member: 'all',
        events: sumOf(lines, (line) => line.events),
        succeeded: sumOf(lines, (line) => line.succeeded),
        charges: merged(lines.flatMap((line) => line.charges)),
        amount: sumExact(lines.map((line) => line.amount)),
      },
    ];
  });
};

/**
 * Returns the line of requested details: a member's own use of an operation, or a pool's (public-use, consortium, unattributed), which
 * only the whole report can combine. Undefined without such use.
 */
export const lineOfUse = (report: MonthReport, member: string, operation: string): ReportLine | undefined => {
  const pool = member === 'public-use' || member === 'consortium' || member === 'unattributed' ? member : 'own';
  if (pool === 'own') {
    return report.lines.find((line) => line.pool === 'own' && line.member === member && line.operation === operation);
  }
  return operationLines(report).find((line) => line.pool === pool && line.operation === operation);
};
