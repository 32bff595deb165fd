import { citationInQuery } from '../../../layers/kernel/citation/citation-input.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import { isHome } from '../../patrons/public/is-home.ts';
import type { PlacingDeps } from '../deps.ts';
import type { Service } from '../domain/requests/request.ts';
import { compareWays, type Looked } from './compare-ways.ts';
import { findOpenBorrower } from './find-borrower.ts';
import { loadSetting } from './load-setting.ts';
import { resolveWanted, wantedView } from './resolve-wanted.ts';

type Query = Parameters<typeof citationInQuery>[0] &
  Pick<Looked, 'needBy' | 'serviceLevel'> & {
    recordId?: string | undefined;
    service?: Service | undefined;
    notThese?: string[] | undefined;
    pickupBranch?: string | undefined;
    patron?: string | undefined;
  };

/** Compares the ways by which a patron can get what a query names: how, by when and at what cost. */
export const showOptions = async (
  deps: PlacingDeps,
  { actor, query, now }: { actor: Actor | undefined; query: Query; now: number },
) => {
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
};
