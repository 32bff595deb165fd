import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { reportDeps } from '../../deps.ts';
import { refusedReport } from '../../schemas/reports.ts';
import { reportLoans } from '../../use-cases/report-loans.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  reportDeps,
  async ({ actor, query }, deps) => refusedReport(actor, query) ?? answer(await reportLoans(deps, query)),
);
