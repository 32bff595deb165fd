import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { loanReport } from '../../domain/reports/loan-report.ts';
import { refusedReport } from '../../schemas/reports.ts';
import { readLoanReport } from '../../use-cases/read-loan-report.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ table: openTable(runtime) }),
  async ({ actor, query }, { table }) =>
    refusedReport(actor, query) ?? answer(loanReport(await readLoanReport(table, query))),
);
