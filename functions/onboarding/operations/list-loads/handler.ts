import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { loadDeps } from '../../deps.ts';
import { loadView } from '../../use-cases/load-views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, loadDeps, async ({ path, query }, { loads }) => {
  const page = await loads.list(path.memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
  return answer({ loads: page.rows.map(loadView), ...(page.next ? { next: page.next } : {}) });
});
