import { type ReadOpenUrl, readOpenUrl } from '../../../../layers/kernel/citation/read-openurl.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import type { DescribedRecord } from '../../../catalogue/public/citation-of-record.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { compareWays } from '../../use-cases/compare-ways.ts';
import { loadSetting } from '../../use-cases/load-setting.ts';
import { openUrlNeedBy } from '../../use-cases/openurl-need-by.ts';
import { type PlacingStores, placingStores } from '../../use-cases/placing-stores.ts';
import { type Wanted, wantedAs } from '../../use-cases/resolve-wanted.ts';
import { contract } from './contract.ts';

const recordView = ({ recordId, description }: DescribedRecord) => {
  const { titles, mainName, publication, format } = description;
  const { year } = publication;
  return {
    ...{ recordId, title: titles.title, format },
    ...(mainName && { author: mainName.name }),
    ...(year !== undefined && { year }),
  };
};

/** The branch that the source names, when things can be collected there; else the patron's own. */
const placeFor = async (deps: PlacingStores, pickup: string | undefined, { homeBranch }: PatronStatus, now: number) => {
  const named = pickup === undefined ? undefined : await deps.branches.known(pickup, now);
  return named?.pickup ? named.branchId : homeBranch;
};

/** The ways for a patron; nothing where no wish could be judged: no policies, or nowhere to collect. */
const optionsFor = async (
  deps: PlacingStores,
  patron: PatronStatus,
  wanted: Wanted,
  service: ReadOpenUrl['service'],
  now: number,
) => {
  const pickupBranch = await placeFor(deps, service.pickup, patron, now);
  const setting = await loadSetting(deps, { pickupBranch }, now);
  if ('refused' in setting) return undefined;
  const looked = {
    patron,
    judgesPatron: true,
    wanted,
    needBy: openUrlNeedBy(service, setting.branch, now),
    serviceLevel: 'normal',
  } as const;
  const { recordId, inUnion: inConsortium, missing } = wanted;
  const ways = await compareWays(deps, looked, setting);
  return { recordId, inConsortium, service: wanted.service, pickupBranch, missing, ways };
};

export const handler = handle(contract, placingStores, async ({ actor, query, now }, deps) => {
  const { version, citation, service, ignored } = readOpenUrl(query);
  const record = await deps.findCited(citation, { viewer: viewerOf(actor), now });
  const wanted = wantedAs(record, citation, service.type);
  const patron = actor?.kind === 'patron' ? await deps.patrons.status(actor.id) : undefined;
  const options = patron && (await optionsFor(deps, patron, wanted, service, now));
  return answer({
    ...{ version, citation, missing: wanted.missing, wants: wanted.service, service, ignored },
    ...(record && { record: recordView(record) }),
    ...(options && { options }),
  });
});
