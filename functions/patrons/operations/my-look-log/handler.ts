import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, query }, { accesses }) => {
  const page = await accesses.list(patronOf(actor).id, { limit: 50, after: query.after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  // The auditor sees who accessed it; the patron sees where and when.
  const rows = page.rows.map(({ at, branchId }) => ({ at, branchId }));
  return answer({ looks: rows, ...(page.next ? { next: page.next } : {}) });
});
