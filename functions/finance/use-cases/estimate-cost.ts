import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { estimateDeps } from '../deps.ts';
import { estimate } from '../domain/estimate/estimate.ts';
import type { librariesSchema } from '../domain/estimate/library-shares.ts';
import { completeCosts } from '../domain/estimate/paid-costs.ts';
import { estimateView } from '../domain/estimate/view.ts';
import type { EstimateView } from '../domain/estimate/view-schema.ts';
import { wholeCost } from '../domain/estimate/whole-cost.ts';
import { completeWorkload } from '../domain/estimate/workload.ts';
import { allowancesNamed } from '../domain/pricing/cost.ts';

/** The question of an estimate: workload and costs, of which any part may be omitted, the libraries, and the month of the prices. */
export type EstimateQuery = Parameters<typeof completeWorkload>[0] &
  Parameters<typeof completeCosts>[0] & {
    libraries?: ReturnType<typeof librariesSchema.parse> | undefined;
    month?: string | undefined;
    allowances?: Parameters<typeof allowancesNamed>[0] | undefined;
  };
type Deps = Pick<ReturnType<typeof estimateDeps>, 'books' | 'deployed'>;

/** Returns the size of a consortium by its named libraries: their number, and the sum of their loans. */
const sizeOf = (libraries: EstimateQuery['libraries']) =>
  libraries && {
    members: libraries.length,
    checkoutsAYear: libraries.reduce((sum, { loans }) => sum + loans, 0),
  };

/** Returns an estimate, or why there is none: no price book is in force in the month, or it has a price that is missing. */
export const makeEstimate = async (
  { books, deployed }: Deps,
  { query, now }: { query: EstimateQuery; now: number },
): Promise<{ view: EstimateView } | { missing: string }> => {
  const { month = iso(now).slice(0, 7), allowances = 'none', libraries, ...given } = query;
  const book = await books.ofMonth(month);
  if (!book) return { missing: `No price book is in force in ${month}.` };
  const { logRetentionDays, ...resources } = deployed;
  const full = completeWorkload({ ...given, ...sizeOf(libraries) });
  const input = {
    ...{ workload: full.workload, month, resources, logRetentionDays, book },
    allowances: allowancesNamed(allowances),
  };
  const made = estimate(input);
  if ('refused' in made) return { missing: made.refused[0]?.detail ?? 'There is no estimate.' };
  const whole = wholeCost(input, made, { complete: completeCosts(given, full.workload), libraries });
  return { view: { ...estimateView(input, full, made), whole } };
};

/** Estimates what this deployment costs in a month (default: the current one) and in five years, completed with defaults. */
export const estimateCost = async (deps: Deps, asked: { query: EstimateQuery; now: number }) => {
  const made = await makeEstimate(deps, asked);
  return 'missing' in made ? refuse('no-report', made.missing, '/query/month') : answer(made.view);
};
