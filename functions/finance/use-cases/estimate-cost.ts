import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { estimateDeps } from '../deps.ts';
import { estimate } from '../domain/estimate/estimate.ts';
import { estimateView } from '../domain/estimate/view.ts';
import { completeWorkload } from '../domain/estimate/workload.ts';
import { allowancesNamed } from '../domain/pricing/cost.ts';

type Query = Parameters<typeof completeWorkload>[0] & {
  month?: string | undefined;
  allowances?: Parameters<typeof allowancesNamed>[0] | undefined;
};

/** Estimates what this deployment costs in a month (default: the current one) for a workload, completed with defaults. */
export const estimateCost = async (
  { books, deployed }: ReturnType<typeof estimateDeps>,
  { query, now }: { query: Query; now: number },
) => {
  const { month = iso(now).slice(0, 7), allowances = 'none', ...given } = query;
  const book = await books.ofMonth(month);
  if (!book) return refuse('no-report', `No price book is in force in ${month}.`, '/query/month');
  const { logRetentionDays, ...resources } = deployed;
  const full = completeWorkload(given);
  const input = {
    ...{ workload: full.workload, month, resources, logRetentionDays, book },
    allowances: allowancesNamed(allowances),
  };
  const made = estimate(input);
  return 'refused' in made
    ? refuse('no-report', made.refused[0]?.detail ?? 'There is no estimate.', '/query/month')
    : answer(estimateView(input, full, made));
};
