import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { batchDeps } from '../../deps.ts';
import { batchView } from '../../use-cases/item-batch-views.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  batchDeps,
  async ({ path: { memberId }, query: { of, ...query } }, { names, batches }) => {
    const page = await batches.list(memberId, of, query);
    if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
    const { rows, next } = page;
    const staff = await names(rows.map(({ by }) => by));
    return answer({ batches: rows.map(batchView), names: staff, ...(next === undefined ? {} : { next }) });
  },
);
