import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { reportDeps } from '../../deps.ts';
import { loanReportCsv } from '../../domain/reports/report-csv.ts';
import { refusedReport } from '../../schemas/reports.ts';
import { readLoanReport, rowsOf } from '../../use-cases/read-loan-report.ts';
import { contract, MOST_ROWS } from './contract.ts';

export const handler = handle(contract, reportDeps, async ({ actor, query }, deps) => {
  const refused = refusedReport(actor, query);
  if (refused) return refused;
  const rows = rowsOf(await readLoanReport(deps, query));
  if (rows.length > MOST_ROWS) return refuse('too-many-rows', `There are ${rows.length} rows.`, '/query/from');
  const { memberId = 'all', from, to } = query;
  const name = `loans-between-libraries-${memberId}-${from}-${to}.csv`;
  return answer(loanReportCsv(rows), { 'content-disposition': `attachment; filename="${name}"` });
});
