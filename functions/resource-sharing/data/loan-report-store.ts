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

/** What of a row is no counter of ours. */
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
    // What nobody supplied is in no supplier's list: one partition would hold that of the whole consortium.
    ...(row.supplier !== NOBODY && gsi2('loanReport', row)),
  },
  add: { ...add },
});

/**
 * The writes that count an act for the reports, for the transaction of the step itself: most often one, never more than two.
 * Each raises the row of one pair of libraries in one month, so that no row is everybody’s.
 */
export const reportWrites = (acted: Pick<Acted, 'request' | 'facts'>): Write[] => reportChanges(acted).map(reportWrite);

/** Counters of loans between libraries by month, the first and the last included (`YYYY-MM`). */
export type LoanReportStore = {
  /** What a library asked of others. */
  asRequester(memberId: string, from: string, to: string): Promise<ReportRow[]>;
  /** What others asked of a library. */
  asSupplier(memberId: string, from: string, to: string): Promise<ReportRow[]>;
};

/** The counters kept in the table: a library has a row a month for each with which it deals. */
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
