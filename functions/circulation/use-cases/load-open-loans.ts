import { millis } from '../../../layers/kernel/calendar/days.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemStore } from '../../items/public/item-store.ts';
import type { BranchStore } from '../../membership/public/branch-store.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { calendarsOf } from '../data/calendars-of.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { type CirculationPolicies, countsAccrued, policiesFor } from '../domain/decisions/policies.ts';
import { accrualBranches, accrualSince, type OpenLoans, openLoans } from '../domain/money/accrued-fines.ts';

type Stores = Pick<CirculationStores, 'items' | 'calendars'>;
type Asked = {
  policies: Pick<CirculationPolicies, 'loanRules' | 'blocks'>;
  maxOverdue: number | null | undefined;
  now: number;
};

/**
 * Loads what a patron's loans say about further loans: how many are overdue (C35), and the fines that they have accrued. The status
 * says until when no loan is due, so that the loans are read only from then on, or where that is unknown; and only when a policy asks.
 */
export const loadOpenLoans = async (
  { items, calendars }: Stores,
  { patronId, counters, dueFrom }: PatronStatus,
  { policies, maxOverdue, now }: Asked,
): Promise<Partial<OpenLoans>> => {
  if (counters.loans === 0) return openLoans(policies, [], 0, iso(now), new Map());
  // No loan is late before then, whatever the policies ask.
  if (dueFrom !== undefined && millis(dueFrom) >= now) return { overdue: 0, accrued: 0 };
  if (typeof maxOverdue !== 'number' && !countsAccrued(policies)) return {};
  const lent = await items.lentTo(patronId);
  const known = await calendars(accrualBranches(policies, lent, iso(now)), now, accrualSince(lent, iso(now)));
  const { accrued, ...open } = openLoans(policies, lent, counters.loans, iso(now), known);
  return countsAccrued(policies) ? { ...open, accrued } : open;
};

/** Reads what a patron's loans say about further loans and requests, as far as the policies count it. */
export type LoadOpenLoans = (
  patron: PatronStatus,
  policies: CirculationPolicies,
  now: number,
) => Promise<Partial<OpenLoans>>;

/** Returns a function that reads what a patron's loans say about further loans and requests. */
export const openLoansOf = (items: ItemStore, branches: BranchStore): LoadOpenLoans => {
  const stores = { items, calendars: calendarsOf(branches) };
  return (patron, adopted, now) => {
    const policies = policiesFor(adopted, patron);
    return loadOpenLoans(stores, patron, { policies, maxOverdue: policies.blocks.body.maxOverdue, now });
  };
};
