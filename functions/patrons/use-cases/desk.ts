import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { defaultPatrons, type PatronsPolicy, patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { branchStore } from '../../membership/public/branch-store.ts';
import type { Desk } from '../domain/desk-view.ts';
import { patronStores } from './patron-stores.ts';

/** The stores of a desk that must know its opening hours and the policies in force. */
export const deskStores = (runtime: Runtime) => {
  const stores = patronStores(runtime);
  return { ...stores, branches: branchStore(stores.table), policies: policyStore(stores.table) };
};
type Stores = Pick<ReturnType<typeof deskStores>, 'branches' | 'policies'>;

/** The desk at a branch, now (epoch ms); nothing when there is no such branch. */
export const deskAt = async (stores: Stores, branchId: string, now: number): Promise<Desk | undefined> => {
  const [branch, blocks, rules] = await Promise.all([
    stores.branches.known(branchId, now),
    stores.policies.inForce(blocksKind, now),
    stores.policies.inForce(loanRulesKind, now),
  ]);
  const [thresholds, currency] = [blocks?.body, rules?.body.currency];
  return branch && { branchId, calendar: branch.calendar, at: iso(now), thresholds, currency };
};

/** What holds for patrons now (epoch ms): as adopted, or the defaults. */
export const patronsPolicy = async ({ policies }: Pick<Stores, 'policies'>, now: number): Promise<PatronsPolicy> =>
  (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons;
