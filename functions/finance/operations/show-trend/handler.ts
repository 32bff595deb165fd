import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { monthDeps } from '../../deps.ts';
import { loadTrend } from '../../use-cases/load-trend.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, monthDeps, async ({ path, query, now }, { months }) => {
  const { member, months: count } = query;
  const trend = await loadTrend(months, { until: path.month, count, member }, now);
  return trend ? answer(trend) : refuse('no-report', contract.refusals['no-report'].meaning, '/path/month');
});
