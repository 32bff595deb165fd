import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import type { MemberStore } from '../../membership/public/member-store.ts';
import { billingAt } from '../data/billing-in-force.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { Measure } from '../domain/budgets/budget.ts';

type Deps = { policies: PolicyStore; members: Pick<MemberStore, 'get'>; books: PriceBooks };

/**
 * Returns the month, 1 to 12, in which the fiscal year of a member begins, or of the consortium by its billing policy; undefined for an
 * unknown member.
 */
export const yearStartOf = async (
  { policies, members }: Pick<Deps, 'policies' | 'members'>,
  owner: string,
  now: number,
): Promise<number | undefined> =>
  owner === 'consortium'
    ? (await billingAt(policies, now)).fiscalYearStartsIn
    : (await members.get(owner))?.fiscalYearStartsIn;

/** Returns the currency of a measure: that of the price book for the platform, that of the billing policy for statements. */
export const currencyOf = async (
  { policies, books }: Pick<Deps, 'policies' | 'books'>,
  measure: Measure,
  now: number,
): Promise<string | undefined> => {
  const platform = (await books.on(iso(now).slice(0, 10)))?.book.currency;
  return measure === 'platform' ? platform : ((await billingAt(policies, now)).currency ?? platform);
};
