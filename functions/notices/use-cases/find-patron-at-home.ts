import { refuse } from '../../../layers/platform/http/outcome.ts';
import { isHome } from '../../patrons/public/is-home.ts';
import type { NoticesDeps } from '../deps.ts';

type Wanted = { patronId: string; branchId: string; toChange?: boolean };

/** Finds a patron for staff of the home library; refuses those of others. A patron who is changed is read strongly. */
export const findPatronAtHome = async (
  { patrons }: Pick<NoticesDeps, 'patrons'>,
  { patronId, branchId, toChange = false }: Wanted,
) => {
  const patron = await patrons.get(patronId, { strong: toChange });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (isHome(patron.status, branchId)) return { patron };
  return refuse('not-home', `Only the home library ${toChange ? 'does' : 'sees'} this.`);
};
