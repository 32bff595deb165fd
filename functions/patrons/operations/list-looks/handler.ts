import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ path: { patronId }, query }, { looks, patrons }) => {
  const { branchId, ...wanted } = query;
  const status = await patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library reads this.');
  const page = await looks.list(status.patronId, wanted);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'Begin the list anew.', '/query/after');
  const rows = page.rows.map(({ at, branchId: where }) => ({ at, branchId: where }));
  return answer({ looks: rows, ...(page.next !== undefined && { next: page.next }) });
});
