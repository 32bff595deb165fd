import type { ItemStore } from '../../items/public/item-store.ts';
import type { branchStore } from '../../membership/public/branch-store.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { calendarsOf } from '../data/calendars-of.ts';
import type { CirculationPolicies } from '../domain/decisions/policies.ts';
import type { OpenLoans } from '../domain/money/accrued-fines.ts';
import { loadOpenLoans } from '../use-cases/load-open-loans.ts';

/** Reads what a patron's loans say about further loans and requests, as far as the policies count it. */
export type LoadOpenLoans = (
  patron: PatronStatus,
  policies: CirculationPolicies,
  now: number,
) => Promise<Partial<OpenLoans>>;

/** Reads what a patron's loans say about further loans and requests: how many are overdue, and the fines that they have accrued. */
export const openLoansOf = (items: ItemStore, branches: ReturnType<typeof branchStore>): LoadOpenLoans => {
  const stores = { items, calendars: calendarsOf(branches) };
  return (patron, policies, now) =>
    loadOpenLoans(stores, patron, { policies, maxOverdue: policies.blocks.body.maxOverdue, now });
};
