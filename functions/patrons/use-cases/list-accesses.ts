import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';

type Input = PageRequest & { patronId: string; branchId: string };

/** Lists for the home library where and when a patron's record was opened, the latest first. */
export const listAccesses = async (
  { accesses, patrons }: Pick<PatronsStores, 'accesses' | 'patrons'>,
  { patronId, branchId, ...wanted }: Input,
) => {
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library reads this.');
  const page = await accesses.list(status.patronId, wanted);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const rows = page.rows.map(({ at, branchId: where }) => ({ at, branchId: where }));
  return answer({ looks: rows, ...(page.next !== undefined && { next: page.next }) });
};
