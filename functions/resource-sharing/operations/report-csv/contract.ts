import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { loanReportCsv } from '../../domain/reports/report-csv.ts';
import { reportQuery, reportReaders, reportRefusals } from '../../schemas/reports.ts';

/** The maximum number of rows of one file: as many as an answer can hold. */
export const MOST_ROWS = 10_000;

const example = loanReportCsv([
  {
    ...{ month: '2026-11', requester: 'riverton', supplier: 'ashgrove', service: 'loan' },
    counts: { asked: 12, filled: 9, unfilled: 3, becauseNotOnShelf: 3, answering24: 12, answeringMinutes: 9000 },
  },
]);

/**
 * Exports the figures of the report as a file for a spreadsheet (RFC 4180): one row per month, pair of libraries and
 * service.
 */
export const contract = operation({
  id: 'resource-sharing-report-csv',
  context: 'resource-sharing',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/resource-sharing/reports/csv',
  summary: 'Download the figures of loans between libraries as CSV',
  permission: reportReaders,
  bundleKilobytes: 959,
  touches: { table: 'read' },
  query: reportQuery,
  produces: 'text/csv',
  output: z.string(),
  namedOwner: 'other-member',
  refusals: {
    ...reportRefusals,
    'too-many-rows': {
      status: 413,
      meaning: `A file has at most ${MOST_ROWS} rows: ask for fewer months, or one member.`,
    },
  },
  example: { query: { memberId: 'riverton', from: '2026-01', to: '2026-11' }, output: example },
  errorImpact: 'Staff cannot export the figures of loans between libraries.',
});
