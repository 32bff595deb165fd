import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { recordDeps } from '../../deps.ts';
import { listPossibleDuplicates } from '../../use-cases/list-possible-duplicates.ts';
import { viewerOf } from '../../use-cases/viewer.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, recordDeps, async ({ actor, path: { memberId }, query, now }, deps) => {
  const page = await listPossibleDuplicates(deps, memberId, query, viewerOf(actor), now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'This cursor is not one of this list.', '/query/after');
  return answer({ possibleDuplicates: page.rows, ...(page.next && { next: page.next }) });
});
