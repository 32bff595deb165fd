import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { titleDeps } from '../../deps.ts';
import { listDuplicateHoldings } from '../../use-cases/list-duplicate-holdings.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, titleDeps, async ({ path: { memberId }, query, now }, deps) => {
  const page = await listDuplicateHoldings(deps, memberId, query, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
  return answer(page);
});
