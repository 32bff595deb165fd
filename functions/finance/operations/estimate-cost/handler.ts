import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { estimateDeps } from '../../deps.ts';
import { estimate } from '../../domain/estimate/estimate.ts';
import { estimateView } from '../../domain/estimate/view.ts';
import { completeWorkload } from '../../domain/estimate/workload.ts';
import { allowancesNamed } from '../../domain/pricing/cost.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, estimateDeps, async ({ query, now }, { books, deployed }) => {
  const { month = iso(now).slice(0, 7), allowances = 'none', ...scenario } = query;
  const book = await books.ofMonth(month);
  if (!book) return refuse('no-report', `No price book is in force in ${month}.`, '/query/month');
  const { logRetentionDays, ...resources } = deployed;
  const full = completeWorkload(scenario);
  const input = {
    workload: full.workload,
    month,
    resources,
    logRetentionDays,
    book,
    allowances: allowancesNamed(allowances),
  };
  const made = estimate(input);
  return 'refused' in made
    ? refuse('no-report', made.refused[0]?.detail ?? 'There is no estimate.', '/query/month')
    : answer(estimateView(input, full, made));
});
