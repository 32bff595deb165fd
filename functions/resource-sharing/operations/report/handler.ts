import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { reportDeps } from '../../deps.ts';
import { loanReport } from '../../domain/reports/loan-report.ts';
import { refusedReport } from '../../schemas/reports.ts';
import { readLoanReport } from '../../use-cases/read-loan-report.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  reportDeps,
  async ({ actor, query }, deps) =>
    refusedReport(actor, query) ?? answer(loanReport(await readLoanReport(deps, query))),
);
