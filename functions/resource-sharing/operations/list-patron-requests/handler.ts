import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { isHome } from '../../../patrons/public/is-home.ts';
import { readDeps } from '../../deps.ts';
import { listPatronRequests } from '../../use-cases/list-requests.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, async ({ path, query: { branchId, after }, now }, deps) => {
  const status = await deps.patronStatus(path.patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library sees this.');
  const page = await listPatronRequests(deps, { patronId: status.patronId, after }, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ requests: page.rows, ...(page.next && { next: page.next }) });
});
