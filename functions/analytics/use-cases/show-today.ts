import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import type { TodayDeps } from '../deps.ts';
import { groupsFor } from '../domain/today-roles.ts';
import type { Today } from '../schemas/today.ts';
import { recordsToDescribe } from './today/catalogue-lists.ts';
import { itemLists } from './today/item-lists.ts';
import { consortiumFinance, ownFinance } from './today/money-lists.ts';
import { pairsToDecide, signUpsToVerify } from './today/people-lists.ts';
import { itemsWithTitles, loansWithTitles, recordsIn } from './today/with-titles.ts';

type Asked = { actor: StaffActor; branch: string | undefined; now: number };

/**
 * How many requests of each list of interlibrary loans are read: fewer for a person who also has the lists of a desk, because one answer
 * contains all.
 */
const LOANS_READ = { beside: 5, alone: 15 } as const;

const compact = <T extends object>(all: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

/**
 * Reads what waits for a person today: the lists of all their roles at a branch (without one, at the consortium), each by one page.
 * Titles come from the index; without it the lists have none. `now` in epoch ms.
 */
export const showToday = async (deps: TodayDeps, { actor, branch = '', now }: Asked): Promise<Today> => {
  const groups = groupsFor(actor.grants, branch === '' ? undefined : branch);
  const member = memberOfBranch(branch);
  const [items, loans, signUps, duplicates, fastAdded, own, finance, policies] = await Promise.all([
    groups.has('desk') ? itemLists(deps, branch, now) : undefined,
    groups.has('loans') ? deps.loans(member, LOANS_READ[groups.has('desk') ? 'beside' : 'alone']) : undefined,
    groups.has('sign-ups') ? signUpsToVerify(deps, branch) : undefined,
    groups.has('duplicates') ? pairsToDecide(deps, branch) : undefined,
    groups.has('fast-added') ? recordsToDescribe(deps, member) : undefined,
    groups.has('own-finance') ? ownFinance(deps, member) : undefined,
    groups.has('finance') ? consortiumFinance(deps, now) : undefined,
    groups.has('policies') ? deps.policies.upcoming(now) : undefined,
  ]);
  const titles = await deps.titles(recordsIn(items, loans), actor);
  return compact<Today>({
    ...(items && itemsWithTitles(items, titles, branch)),
    ...{ signUps, duplicates, fastAdded, finance, policies },
    loans: loans && loansWithTitles(loans, titles),
    ownFinance: own,
  } as Today);
};
