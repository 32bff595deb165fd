import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { letterDeps } from '../../deps.ts';
import { letterBatchView } from '../../use-cases/letter-batch-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, letterDeps, async ({ path: { memberId }, query }, { letters }) => {
  const page = await letters.batches(memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin anew.', '/query/after');
  return answer({ batches: page.rows.map(letterBatchView), ...(page.next && { next: page.next }) });
});
