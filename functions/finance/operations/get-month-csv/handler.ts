import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { monthDeps } from '../../deps.ts';
import { reportCsv } from '../../domain/usage-report/report-csv.ts';
import { loadMonth } from '../../use-cases/load-month.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, async ({ path, query, now }, { months }) => {
  const read = await loadMonth(months, { month: path.month, member: query.member }, now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const scope = query.member === undefined ? 'all' : query.member.replaceAll(/[^A-Za-z0-9-]/g, '_');
  // A spreadsheet has no note beside the rows, so the name marks synthetic use, too.
  const name = `concord-${path.month}-${scope}${read.synthetic ? '-synthetic' : ''}.csv`;
  return answer(reportCsv(read.report, read.synthetic), { 'content-disposition': `attachment; filename="${name}"` });
});
