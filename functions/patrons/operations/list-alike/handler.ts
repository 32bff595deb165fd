import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { findAlike, pairsOf } from '../../data/alike-store.ts';
import { alikeSeen } from '../../use-cases/alike.ts';
import { isHome } from '../../use-cases/home.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ path, body: { branchId } }, { table, patrons }) => {
  const patron = await patrons.get(path.patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, branchId)) return refuse('not-home', 'Only the home library looks for duplicates.');
  const { patronId, homeMember } = patron.status;
  const [found, pairs] = await Promise.all([
    findAlike(table, patronId, patron.person.person),
    pairsOf(table, patronId),
  ]);
  const open = found.filter(({ other }) => pairs.get(other.patronId)?.apart === undefined);
  return answer({ alike: open.map((one) => alikeSeen(one, homeMember)) });
});
