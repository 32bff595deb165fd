import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { isHome } from '../../../patrons/public/is-home.ts';
import { noticesDeps } from '../../deps.ts';
import { listPatronNotices } from '../../use-cases/list-patron-notices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ path: { patronId }, query, now }, deps) => {
  const patron = await deps.patrons.get(patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, query.branchId)) return refuse('not-home', 'Only the home library sees this.');
  return answer({ notices: await listPatronNotices(deps, patron.status.patronId, now) });
});
