import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { divideHalfEven, type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { DeployedResources } from '../../../../layers/kernel/usage/deployed-resources.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { isMetering } from '../metering/own-lines.ts';
import type { Allowances } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { type IdleCost, type IdleReading, idleCostsOfReadings } from '../usage-report/idle-readings.ts';
import type { MonthReport, ReportLine, ReportRefusal } from '../usage-report/model.ts';
import { monthReport } from '../usage-report/month-report.ts';
import { operationLines } from '../usage-report/operation-lines.ts';
import { unitCostRows } from '../usage-report/unit-cost-rows.ts';
import { packingWork } from './evidence-work.ts';
import { usageLineBytes } from './log-work.ts';
import { meteringWork, requestsABatch, type Traffic } from './metering-work.ts';
import { scheduleCosts } from './schedule-costs.ts';
import { allStored, type Stored, storedBytes } from './stored.ts';
import { everybody, useIn } from './use.ts';
import type { Workload } from './workload.ts';

/** The input of an estimate: a complete workload, the deployed resources, and the prices of a month (YYYY-MM). */
export type EstimateInput = {
  workload: Workload;
  month: string;
  resources: DeployedResources;
  logRetentionDays: number;
  book: PriceBook;
  allowances: Allowances;
};

/**
 * A month in advance: the report that finance would read, one line per operation, and the idle cost. Metering's own cost is its work,
 * the usage lines that all others log for it (ingested and stored; part of the lines of those operations), and the stored evidence, in
 * the table and in files; `variable` is everything that depends on use.
 */
export type Estimate = {
  report: MonthReport;
  lines: ReportLine[];
  idle: IdleCost[];
  stored: Stored;
  total: Exact;
  variable: Exact;
  metering: { work: Exact; logged: Exact; stored: Exact; requestsABatch: number };
};

const GIB = 1024 ** 3;
const DAY_SECONDS = 24 * 60 * 60;
const AVERAGE_MONTH_DAYS = 30;

const logBytesOf = (sums: readonly DailySum[]): number => sums.reduce((sum, { counts }) => sum + counts.logBytes, 0);

const readingOf = (
  { workload, month, resources, logRetentionDays }: EstimateInput,
  sums: readonly DailySum[],
  stored: Stored,
): IdleReading => {
  const { search, alarms, dashboards, kmsKeys, firewall, secrets, polledQueues, sip2Gateways } = resources;
  return {
    ...{ search, alarms, kmsKeys, firewall, secrets },
    ...(dashboards !== undefined && { dashboards }),
    ...(polledQueues !== undefined && { polledQueues }),
    ...(sip2Gateways !== undefined && { sip2Gateways }),
    day: `${month}-01`,
    tableBytes: Math.round(allStored(stored)),
    objectBytes: Math.round(workload.filesGb * GIB + stored.packed - stored.rare),
    rareBytes: Math.round(stored.rare),
    // The stored amount is one month's bytes times the retention, as in the report.
    logBytes: Math.round((logBytesOf(sums) * logRetentionDays) / AVERAGE_MONTH_DAYS),
  };
};

const sumOf = (lines: readonly ReportLine[], of: (line: ReportLine) => boolean): Exact =>
  sumExact(lines.filter(of).map(({ amount }) => amount));

const shareOf = (amount: Exact, part: number, whole: number): Exact =>
  Math.round(whole) === 0 ? 0n : divideHalfEven(amount * BigInt(Math.round(part)), BigInt(Math.round(whole)));

/** Returns the part of the log cost for usage lines: ingestion and storage. */
const loggedCost = (lines: readonly ReportLine[], sums: readonly DailySum[]): Exact => {
  const charges = lines.flatMap((line) => line.charges);
  const log = charges.filter(({ meter }) => meter === 'log-ingest' || meter === 'log-storage');
  return shareOf(sumExact(log.map(({ amount }) => amount)), usageLineBytes(sums), logBytesOf(sums));
};

/** Returns the part of the storage and backup cost of the table for evidence, and that of the files. */
const storageCost = (lines: readonly ReportLine[], stored: Stored, filesGb: number): Exact => {
  const table = sumOf(lines, ({ operation }) => operation === 'table-storage' || operation === 'table-backup');
  const charges = lines.flatMap((line) => line.charges);
  const billed = (of: Meter): Exact =>
    sumExact(charges.filter(({ meter }) => meter === of).map(({ amount }) => amount));
  const near = stored.packed - stored.rare;
  return (
    shareOf(table, stored.evidence, allStored(stored)) +
    shareOf(billed('s3-storage'), near, filesGb * GIB + near) +
    billed('s3-archive')
  );
};

/**
 * Calculates a month by the rules of the month's report: counts of use at the book's prices (each meter's whole quantity, by tiers, less
 * the named allowances), and the idle cost with all stored data. Lines sum to the total exactly. Refuses what the report refuses.
 */
export const estimate = (input: EstimateInput): Estimate | ReportRefusal => {
  const { workload, month, book, allowances } = input;
  const day = `${month}-01`;
  const traffic: Traffic = { seconds: daysIn(month) * DAY_SECONDS, members: workload.members };
  const use = useIn(workload, day);
  const sums = [...use, ...meteringWork(use, day, traffic), ...packingWork(use, day, traffic)];
  const stored = storedBytes(workload, use, traffic);
  const idle = [
    ...idleCostsOfReadings(month, [readingOf(input, sums, stored)], `${month}-${daysIn(month)}`),
    ...scheduleCosts(month, input.resources),
  ];
  const report = monthReport({
    ...{ month, sums, book, allowances, idle, unitCosts: unitCostRows, provisionalUntil: `${month}-${daysIn(month)}` },
    attributionPolicy: 'estimate',
    key: { name: 'whole', version: 'estimate', weights: new Map([[everybody, 1]]) },
  });
  if ('refused' in report) return report;
  const lines = operationLines(report);
  return {
    ...{ report, lines, idle, stored, total: report.total },
    variable: sumOf(lines, ({ category }) => category !== 'idle'),
    metering: {
      work: sumOf(lines, ({ operation }) => isMetering(operation)),
      logged: loggedCost(lines, sums),
      stored: storageCost(lines, stored, workload.filesGb),
      requestsABatch: requestsABatch(use, traffic),
    },
  };
};
