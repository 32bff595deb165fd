import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { noticesDeps } from '../../deps.ts';
import { findPatronAtHome } from '../../use-cases/find-patron-at-home.ts';
import { listPatronNotices } from '../../use-cases/list-patron-notices.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, noticesDeps, async ({ path, query, now }, deps) => {
  const found = await findPatronAtHome(deps, { ...path, ...query });
  if ('refused' in found) return found;
  return answer({ notices: await listPatronNotices(deps, found.patron.status.patronId, now) });
});
