import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import type { TodayDeps } from '../deps.ts';
import { groupsFor, worksAt } from '../domain/today-roles.ts';
import type { Today } from '../schemas.ts';
import { catalogueLists, loadsToCorrect } from './today/catalogue-lists.ts';
import { firstPage, wholeLists } from './today/counted.ts';
import { devicesToResolve } from './today/device-lists.ts';
import { itemLists } from './today/item-lists.ts';
import { consortiumFinance, ownFinance } from './today/money-lists.ts';
import { pairsToDecide, signUpsToVerify } from './today/people-lists.ts';
import { rulesToDecide } from './today/rules-to-decide.ts';
import { teachingLists } from './today/teaching-lists.ts';
import { webhooksToResume } from './today/webhook-lists.ts';
import { itemsWithTitles, loansWithTitles, recordsIn } from './today/with-titles.ts';

type Asked = {
  actor: StaffActor;
  branch: string | undefined;
  now: number;
  /** Reads lists whole, to count them; otherwise at most 12 read units are spent. */
  isWhole: boolean;
};

/** How many requests of each list of interlibrary loans the first page counts: their index entries are small. */
const LOANS_COUNTED = 11;

/** The most lists beside which names are read: each costs a read, and a person with every role has many lists. */
const LISTS_WITH_NAMES = 6;

const compact = <T extends object>(all: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

/**
 * Reads what waits for a person today: the lists of all their roles at a branch (without one, at the consortium), each by one page.
 * A first page shows enough of each to begin; `isWhole` counts all and names the first ten. Titles come from the index; without it the
 * lists have none. Returns `not-your-branch` where the person has no role. `now` in epoch ms.
 */
export const showToday = async (
  deps: TodayDeps,
  { actor, branch = '', now, isWhole }: Asked,
): Promise<Today | 'not-your-branch'> => {
  if (branch !== '' && !worksAt(actor.grants, branch)) return 'not-your-branch';
  const groups = groupsFor(actor.grants, branch === '' ? undefined : branch);
  const member = memberOfBranch(branch);
  const webhookOwner = groups.has('webhooks-of-all') ? 'consortium' : groups.has('webhooks') ? member : undefined;
  const reach = isWhole ? wholeLists : firstPage;
  const reading = { now, reach };
  const isNamed = groups.size <= LISTS_WITH_NAMES;
  const [
    items,
    devices,
    loans,
    signUps,
    duplicates,
    catalogue,
    refusedLoads,
    teaching,
    own,
    finance,
    policies,
    proposals,
    webhooks,
  ] = await Promise.all([
    groups.has('desk') ? itemLists(deps, { branchId: branch, isBrief: !isNamed, ...reading }) : undefined,
    groups.has('desk') ? devicesToResolve(deps, branch, reach) : undefined,
    groups.has('loans') ? deps.loans(member, reach(LOANS_COUNTED)) : undefined,
    groups.has('sign-ups') ? signUpsToVerify(deps, branch, { isNamed, reach }) : undefined,
    groups.has('duplicates') ? pairsToDecide(deps, branch, { isNamed, reach }) : undefined,
    groups.has('catalogue') ? catalogueLists(deps, member, reading) : undefined,
    groups.has('refused-loads') ? loadsToCorrect(deps, member, reading) : undefined,
    groups.has('teaching') ? teachingLists(deps, branch, reading) : undefined,
    groups.has('own-finance') ? ownFinance(deps, member) : undefined,
    groups.has('finance') ? consortiumFinance(deps, now) : undefined,
    groups.has('policies') ? deps.policies.upcoming(now) : undefined,
    groups.has('proposals') ? rulesToDecide(deps, actor, now) : undefined,
    webhookOwner === undefined ? undefined : webhooksToResume(deps, webhookOwner),
  ]);
  const titles = await deps.titles(recordsIn(items, loans), actor);
  return compact<Today>({
    ...(items && itemsWithTitles(items, titles, branch)),
    ...catalogue,
    ...teaching,
    ...{ devices, signUps, duplicates, refusedLoads, finance, policies, proposals, webhooks },
    loans: loans && loansWithTitles(loans, titles),
    ownFinance: own,
  } as Today);
};
