import { readLoanReport } from '../../../layers/data/read-loan-report.ts';
import { loanReport } from '../../../layers/domain/resource-sharing/reports/loan-report.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { refusedReport } from '../report-shapes.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, query }, { table }) =>
    refusedReport(actor, query) ?? answer(loanReport(await readLoanReport(table, query))),
);
