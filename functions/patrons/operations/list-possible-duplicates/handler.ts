import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { duplicateDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { possibleDuplicateView } from '../../use-cases/possible-duplicate-view.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, duplicateDeps, async ({ path, body }, { duplicates, patrons }) => {
  const patron = await patrons.get(path.patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, body.branchId)) return refuse('not-home', 'Only the home library looks for duplicates.');
  const { patronId, homeMember } = patron.status;
  const [found, pairs] = await Promise.all([
    duplicates.find(patronId, patron.person.person),
    duplicates.pairsOf(patronId),
  ]);
  const open = found.filter(({ other }) => pairs.get(other.patronId)?.apart === undefined);
  return answer({ duplicates: open.map((one) => possibleDuplicateView(one, homeMember)) });
});
