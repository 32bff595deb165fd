import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { isHome } from '../../patrons/public/is-home.ts';
import type { ReadDeps } from '../deps.ts';
import { listPatronRequests } from './list-requests.ts';

type Input = { patronId: string; branchId: string; after?: string | undefined };

/** Lists a page of a patron's requests for staff of the home library, newest first. `now` in epoch ms. */
export const listRequestsAtHome = async (deps: ReadDeps, { patronId, branchId, after }: Input, now: number) => {
  const status = await deps.patronStatus(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library sees this.');
  const page = await listPatronRequests(deps, { patronId: status.patronId, after }, now);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ requests: page.rows, ...(page.next && { next: page.next }) });
};
