import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { importListDeps } from '../../deps.ts';
import { listImports } from '../../use-cases/read-import.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, importListDeps, async ({ path: { memberId }, query }, deps) => {
  const page = await listImports(deps, memberId, query);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
  return answer(page);
});
