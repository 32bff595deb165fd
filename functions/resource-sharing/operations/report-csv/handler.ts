import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { reportDeps } from '../../deps.ts';
import { refusedReport } from '../../schemas/reports.ts';
import { reportLoansAsFile } from '../../use-cases/report-loans.ts';
import { contract, MOST_ROWS } from './contract.ts';

export const handler = handle(contract, reportDeps, async ({ actor, query }, deps) => {
  const refused = refusedReport(actor, query);
  if (refused) return refused;
  const made = await reportLoansAsFile(deps, query, MOST_ROWS);
  if ('tooMany' in made) return refuse('too-many-rows', `There are ${made.tooMany} rows.`, '/query/from');
  return answer(made.file, { 'content-disposition': `attachment; filename="${made.name}"` });
});
