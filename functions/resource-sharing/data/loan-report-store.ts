import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { ReportRow } from '../domain/reports/loan-report.ts';
import { NOBODY, type ReportChange, reportChanges } from '../domain/reports/report-changes.ts';
import type { Acted } from '../domain/workflow/act.ts';
import { gsi2, indexPartition, key, sortPrefix } from './keys.ts';

const stored = z
  .object({
    month: z.string(),
    requester: z.string(),
    supplier: z.string(),
    service: z.enum(['loan', 'copy', 'copy-or-loan']),
  })
  .loose();

/** Attributes of a row that are not counters. */
const NOT_COUNTED: ReadonlySet<string> = new Set(['v', 'schema']);

const readRow = (item: unknown): ReportRow => {
  const { month, requester, supplier, service, ...rest } = stored.parse(item);
  const counts = Object.entries(rest).flatMap(([name, value]): [string, number][] =>
    typeof value === 'number' && !NOT_COUNTED.has(name) ? [[name, value]] : [],
  );
  return { month, requester, supplier, service, counts: Object.fromEntries(counts) };
};

const reportWrite = ({ add, ...row }: ReportChange): Write => ({
  update: key('loanReport', row),
  set: {
    ...{ entity: 'loanReport', schema: 1, ...row },
    // Unsupplied requests are in no supplier's list: one partition would hold those of the whole consortium.
    ...(row.supplier !== NOBODY && gsi2('loanReport', row)),
  },
  add: { ...add },
});

/**
 * Builds the writes that count a step for the reports, for its own transaction: usually one, never more than two. Each
 * raises the row of one pair of libraries in one month, so that no row is contended by all.
 */
export const reportWrites = (acted: Pick<Acted, 'request' | 'facts'>): Write[] => reportChanges(acted).map(reportWrite);

/** Counters of interlibrary loans by month, first and last included (`YYYY-MM`). */
export type LoanReportStore = {
  /** The requests of a library to others. */
  asRequester(memberId: string, from: string, to: string): Promise<ReportRow[]>;
  /** The requests of others to a library. */
  asSupplier(memberId: string, from: string, to: string): Promise<ReportRow[]>;
};

/** The counters in the table: one row per month and pair of libraries. */
export const loanReportStore = (table: Table): LoanReportStore => ({
  asRequester: async (requester, from, to) => {
    const { pk: partition } = key('loanReport', { requester, month: from, supplier: '-', service: 'loan' });
    // `~` comes after whatever follows the month in a sort key.
    const between: [string, string] = [`${sortPrefix('loanReport')}${from}`, `${sortPrefix('loanReport')}${to}~`];
    return (await table.queryAll({ partition, between })).map(readRow);
  },
  asSupplier: async (supplier, from, to) => {
    const partition = indexPartition('loanReport', 'gsi2', { supplier });
    return (await table.queryAll({ index: 'gsi2', partition, between: [from, `${to}~`] })).map(readRow);
  },
});
