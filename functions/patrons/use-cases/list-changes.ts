import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';

const PAGE = 50;

type Input = { patronId: string; branchId: string; after?: string | undefined };

/** Lists the changes of a patron's record for the home library, the latest first. */
export const listChanges = async (
  { changes, patrons }: Pick<PatronsStores, 'changes' | 'patrons'>,
  { patronId, branchId, after }: Input,
) => {
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library reads this.');
  const page = await changes.list(patronId, { limit: PAGE, after });
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  return answer({ changes: page.rows, ...(page.next ? { next: page.next } : {}) });
};
