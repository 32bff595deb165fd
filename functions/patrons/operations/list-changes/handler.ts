import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ path: { patronId }, query }, { changes, patrons }) => {
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, query.branchId)) return refuse('not-home', 'Only the home library reads this.');
  const page = await changes.list(patronId, { limit: 50, after: query.after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ changes: page.rows, ...(page.next ? { next: page.next } : {}) });
});
