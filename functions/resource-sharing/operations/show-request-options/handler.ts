import { citationInQuery } from '../../../../layers/kernel/citation/citation-input.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { isHome } from '../../../patrons/public/is-home.ts';
import { placingDeps } from '../../deps.ts';
import { compareWays } from '../../use-cases/compare-ways.ts';
import { findOpenBorrower } from '../../use-cases/find-borrower.ts';
import { loadSetting } from '../../use-cases/load-setting.ts';
import { resolveWanted, wantedView } from '../../use-cases/resolve-wanted.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, placingDeps, async ({ actor, query, now }, deps) => {
  const { recordId, service, needBy, serviceLevel, notThese } = query;
  const found = await findOpenBorrower(deps, actor, {
    ...{ named: query.patron, branchId: query.pickupBranch, now, pointer: '/query/patron' },
  });
  if ('refused' in found) return found;
  const { patron } = found;
  const pickupBranch = query.pickupBranch ?? patron.homeBranch;
  const setting = await loadSetting(deps, { pickupBranch, needBy }, now);
  if ('refused' in setting) return setting;
  const looking = { viewer: viewerOf(actor), now };
  const wanted = await resolveWanted(deps, { recordId, service, notThese, citation: citationInQuery(query) }, looking);
  if (!wanted) return refuse('unknown-record', 'Name a record, or what is cited.', '/query/recordId');
  const judgesPatron = actor?.kind === 'patron' || isHome(patron, pickupBranch);
  const looked = { patron, judgesPatron, forStaff: actor?.kind === 'staff', wanted, needBy, serviceLevel };
  const ways = await compareWays(deps, looked, setting);
  const { citation } = wanted;
  return answer({ ...wantedView(wanted), pickupBranch, ways, ...(citation && { citation }) });
});
