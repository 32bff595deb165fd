import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { readDeployedSettings } from '../../../../layers/platform/runtime/deployed-resources.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { priceBooksOf } from '../../data/price-books.ts';
import { estimate } from '../../domain/estimate/estimate.ts';
import { estimateView } from '../../domain/estimate/view.ts';
import { fullWish } from '../../domain/estimate/wish.ts';
import { allowancesNamed } from '../../domain/pricing/cost.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({
    books: priceBooksOf(runtime, policyStore(openTable(runtime))),
    deployed: readDeployedSettings(runtime.environment),
  }),
  async ({ query, now }, { books, deployed }) => {
    const { month = iso(now).slice(0, 7), allowances = 'none', ...said } = query;
    const book = await books.ofMonth(month);
    if (!book) return refuse('no-report', `No price book is in force in ${month}.`, '/query/month');
    const { logRetentionDays, ...standing } = deployed;
    const full = fullWish(said);
    const input = { wish: full.wish, month, standing, logRetentionDays, book, allowances: allowancesNamed(allowances) };
    const made = estimate(input);
    return 'refused' in made
      ? refuse('no-report', made.refused[0]?.detail ?? 'There is no estimate.', '/query/month')
      : answer(estimateView(input, full, made));
  },
);
