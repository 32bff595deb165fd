import { type ReadOpenUrl, readOpenUrl } from '../../../layers/kernel/citation/read-openurl.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { PlacingDeps } from '../deps.ts';
import { compareWays } from './compare-ways.ts';
import { loadSetting } from './load-setting.ts';
import { openUrlNeedBy } from './openurl-need-by.ts';
import { type Wanted, wantedAs, wantedRecords, wantedView } from './resolve-wanted.ts';

/** Chooses the pickup branch that the source names, when items can be collected there; else the patron's own. */
const pickupBranchOf = async (
  deps: PlacingDeps,
  pickup: string | undefined,
  { homeBranch }: PatronStatus,
  now: number,
) => {
  const named = pickup === undefined ? undefined : await deps.branches.known(pickup, now);
  return named?.pickup ? named.branchId : homeBranch;
};

/** Finds the ways for a patron; none without policies or a pickup branch, since no request could be judged. */
const optionsFor = async (
  deps: PlacingDeps,
  patron: PatronStatus,
  wanted: Wanted,
  service: ReadOpenUrl['service'],
  now: number,
) => {
  const pickupBranch = await pickupBranchOf(deps, service.pickup, patron, now);
  const setting = await loadSetting(deps, { pickupBranch }, now);
  if ('refused' in setting) return undefined;
  const looked = {
    patron,
    judgesPatron: true,
    forStaff: false,
    wanted,
    needBy: openUrlNeedBy(service, setting.branch, now),
    serviceLevel: 'normal',
  } as const;
  const ways = await compareWays(deps, looked, setting);
  return { ...wantedView(wanted), pickupBranch, ways };
};

/** Reads an OpenURL: its citation, the record that it names, and the ways that are open to the patron who calls. */
export const resolveOpenUrl = async (
  deps: PlacingDeps,
  { query, viewer, patronId, now }: { query: string; viewer: Viewer; patronId: string | undefined; now: number },
) => {
  const { version, citation, service, ignored } = readOpenUrl(query);
  const wanted = wantedAs(await deps.findCited(citation, { viewer, now }), citation, service.type);
  const patron = patronId === undefined ? undefined : await deps.patrons.status(patronId);
  const options = patron && (await optionsFor(deps, patron, wanted, service, now));
  return {
    ...{ version, citation, missing: wanted.missing, wants: wanted.service, service, ignored },
    ...wantedRecords(wanted),
    ...(options && { options }),
  };
};
