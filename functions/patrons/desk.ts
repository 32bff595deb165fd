import { branchStore } from '../../layers/data/branch-store.ts';
import { cardStore } from '../../layers/data/card-store.ts';
import { lookStore } from '../../layers/data/look-store.ts';
import { patronStore } from '../../layers/data/patron-store.ts';
import { policyStore } from '../../layers/data/policy-store.ts';
import { signInStore } from '../../layers/data/sign-in-store.ts';
import { openTable } from '../../layers/data/table.ts';
import type { PatronStanding } from '../../layers/domain/circulation/patron-standing.ts';
import { memberOfBranch } from '../../layers/domain/identity/roles.ts';
import type { Desk } from '../../layers/domain/patrons/desk-view.ts';
import { iso } from '../../layers/runtime/clock.ts';
import type { Runtime } from '../../layers/runtime/runtime.ts';

/** The stores that a desk works with. */
export const deskStores = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    cards: cardStore(table),
    patrons: patronStore(table),
    branches: branchStore(table),
    policies: policyStore(table),
    looks: lookStore(table),
    attempts: signInStore(table),
  };
};
type Stores = ReturnType<typeof deskStores>;

/** The desk at a branch, now (epoch ms); nothing when there is no such branch. */
export const deskAt = async (stores: Stores, branchId: string, now: number): Promise<Desk | undefined> => {
  const [branch, blocks] = await Promise.all([
    stores.branches.known(branchId, now),
    stores.policies.inForce('blocks', now),
  ]);
  return branch && { branchId, calendar: branch.calendar, at: iso(now), thresholds: blocks?.body };
};

/** Whether a branch belongs to the patron's home member: only there a patron is changed. */
export const isHome = ({ homeMember }: PatronStanding, branchId: string): boolean =>
  memberOfBranch(branchId) === homeMember;

/** The refusals of every operation that changes a patron at a desk. */
export const deskRefusals = {
  'patron-unknown': { status: 404, meaning: 'There is no such patron.' },
  'not-home': { status: 403, meaning: 'Only the patron’s home library does this.' },
} as const;

/** Who works at a desk. */
export const deskRoles = ['desk', 'desk-supervisor'] as const;
