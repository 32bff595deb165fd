import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { inForce } from '../../../layers/records/policies/domain/document.ts';
import { memberStore } from '../../membership/public/member-store.ts';
import { priceBooksOf } from '../data/price-books.ts';
import type { Measure } from '../domain/budgets/budget.ts';
import { type Billing, billingKind, defaultBilling } from '../domain/statements/billing-policy.ts';

/** The billing policy in force at an instant (epoch ms). */
export const billingNow = async (table: Table, now: number): Promise<Billing> =>
  inForce(await policyStore(table).list(billingKind), billingKind, iso(now))?.body ?? defaultBilling;

/** The month, 1 to 12, in which the fiscal year of a member begins, or of the consortium by its billing policy; undefined where there is no such member. */
export const yearStartOf = async (table: Table, owner: string, now: number): Promise<number | undefined> =>
  owner === 'consortium'
    ? (await billingNow(table, now)).fiscalYearStartsIn
    : (await memberStore(table).get(owner))?.fiscalYearStartsIn;

/** The currency that a measure is in: the price book's for the platform, the billing policy's for statements. */
export const currencyOf = async (
  runtime: Pick<Runtime, 'environment'>,
  table: Table,
  measure: Measure,
  now: number,
): Promise<string | undefined> => {
  const platform = (await priceBooksOf(runtime, policyStore(table)).on(iso(now).slice(0, 10)))?.book.currency;
  return measure === 'platform' ? platform : ((await billingNow(table, now)).currency ?? platform);
};
