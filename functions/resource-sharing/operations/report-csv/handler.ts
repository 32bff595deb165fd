import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { loanReportCsv } from '../../domain/reports/report-csv.ts';
import { refusedReport } from '../../schemas/reports.ts';
import { readLoanReport, rowsOf } from '../../use-cases/read-loan-report.ts';
import { contract, MOST_ROWS } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, query }, { table }) => {
    const refused = refusedReport(actor, query);
    if (refused) return refused;
    const rows = rowsOf(await readLoanReport(table, query));
    if (rows.length > MOST_ROWS) return refuse('too-many-rows', `There are ${rows.length} rows.`, '/query/from');
    const { memberId = 'all', from, to } = query;
    const name = `loans-between-libraries-${memberId}-${from}-${to}.csv`;
    return answer(loanReportCsv(rows), { 'content-disposition': `attachment; filename="${name}"` });
  },
);
