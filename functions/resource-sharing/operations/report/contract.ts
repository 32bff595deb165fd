import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanReport } from '../../domain/reports/loan-report.ts';
import { loanReportSchema } from '../../domain/reports/report-schema.ts';
import { reportQuery, reportReaders, reportRefusals } from '../../schemas/reports.ts';

const exampleRow = {
  ...{ month: '2026-11', requester: 'riverton', supplier: 'ashgrove', service: 'loan' as const },
  counts: {
    ...{ asked: 12, filled: 9, unfilled: 3, becauseNotOnShelf: 3, sourcing1: 12, sourcingMinutes: 24 },
    ...{ answering24: 12, answeringMinutes: 9000, turnaround120: 9, turnaroundMinutes: 48_600 },
    ...{ costUSD: 4500, chargedUSD: 9 },
  },
};

/**
 * Reports interlibrary loans over some months, of a member as requester and supplier, or of all: fill rate, waiting
 * times by step, reasons of refusals, unit cost, lending balance by pair. Each event counts in the month in which it
 * happened.
 */
export const contract = operation({
  id: 'resource-sharing-report',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/reports',
  summary: 'Report on loans between libraries',
  permission: reportReaders,
  bundleKilobytes: 959,
  touches: { table: 'read' },
  query: reportQuery,
  output: loanReportSchema,
  namedOwner: 'other-member',
  refusals: { ...reportRefusals },
  example: {
    query: { memberId: 'riverton', from: '2026-01', to: '2026-11' },
    output: loanReport({ from: '2026-01', to: '2026-11', memberId: 'riverton', borrowed: [exampleRow], lent: [] }),
  },
  errorImpact: 'Staff cannot see the figures of loans between libraries.',
});
