import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { duplicateDeps } from '../deps.ts';
import { isHome } from '../domain/access/is-home.ts';
import { possibleDuplicateView } from './possible-duplicate-view.ts';

type Deps = Pick<ReturnType<typeof duplicateDeps>, 'duplicates' | 'patrons'>;

/** Lists the patrons who may be the same person as one of the home library, without those marked as distinct. */
export const listPossibleDuplicates = async (
  { duplicates, patrons }: Deps,
  { patronId: id, branchId }: { patronId: string; branchId: string },
) => {
  const patron = await patrons.get(id);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, branchId)) return refuse('not-home', 'Only the home library looks for duplicates.');
  const { patronId, homeMember } = patron.status;
  const [found, pairs] = await Promise.all([
    duplicates.find(patronId, patron.person.person),
    duplicates.pairsOf(patronId),
  ]);
  const open = found.filter(({ other }) => pairs.get(other.patronId)?.apart === undefined);
  return answer({ duplicates: open.map((one) => possibleDuplicateView(one, homeMember)) });
};
