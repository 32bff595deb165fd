import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { monthDeps } from '../../deps.ts';
import { operationLines } from '../../domain/usage-report/operation-lines.ts';
import { reportView } from '../../domain/usage-report/view.ts';
import { loadMonth } from '../../use-cases/load-month.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, async ({ path, query, now }, { months }) => {
  const read = await loadMonth(months, { month: path.month, member: query.member }, now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const { report, synthetic } = read;
  const { currency, lines } = reportView({ ...report, lines: operationLines(report) });
  const operations = lines.filter(({ service }) => query.service === undefined || service === query.service);
  return answer({ month: path.month, currency, synthetic, operations });
});
