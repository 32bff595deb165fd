import type { ReportDeps } from '../deps.ts';
import { loanReport } from '../domain/reports/loan-report.ts';
import { loanReportCsv } from '../domain/reports/report-csv.ts';
import type { LoanReport } from '../domain/reports/report-schema.ts';
import { readLoanReport, rowsOf } from './read-loan-report.ts';

type Months = { from: string; to: string; memberId?: string | undefined };

/** Returns the report on the loans of some months (`YYYY-MM`, last included), of one member or of all. */
export const reportLoans = async (deps: ReportDeps, months: Months): Promise<LoanReport> =>
  loanReport(await readLoanReport(deps, months));

/** Returns the rows of a report as a CSV file with its name; only their number when there are more than `most`. */
export const reportLoansAsFile = async (deps: ReportDeps, months: Months, most: number) => {
  const rows = rowsOf(await readLoanReport(deps, months));
  if (rows.length > most) return { tooMany: rows.length };
  const { memberId = 'all', from, to } = months;
  return { file: loanReportCsv(rows), name: `loans-between-libraries-${memberId}-${from}-${to}.csv` };
};
