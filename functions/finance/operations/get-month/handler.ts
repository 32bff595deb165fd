import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { monthDeps } from '../../deps.ts';
import { monthView } from '../../domain/usage-report/month-view.ts';
import { changeOnMonthBefore, loadMonth } from '../../use-cases/load-month.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, async ({ path, query, now }, { months }) => {
  const read = await loadMonth(months, { month: path.month, member: query.member }, now);
  if ('refused' in read) return refuse('no-report', read.refused[0]?.detail ?? 'There is no report.', '/path/month');
  const change = await changeOnMonthBefore(months, read, now);
  return answer(monthView(read.report, { change, synthetic: read.synthetic }));
});
