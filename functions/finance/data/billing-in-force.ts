import { iso } from '../../../layers/platform/runtime/clock.ts';
import { endOfMonth } from '../../../layers/records/ledger/domain/netting.ts';
import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { inForce } from '../../../layers/records/policies/domain/document.ts';
import { type Billing, billingKind, defaultBilling } from '../domain/statements/billing-policy.ts';

type Policies = Pick<PolicyStore, 'list'>;

/** Returns the billing policy in force at an instant (epoch ms). */
export const billingAt = async (policies: Policies, now: number): Promise<Billing> =>
  inForce(await policies.list(billingKind), billingKind, iso(now))?.body ?? defaultBilling;

/**
 * Returns the billing policy for a month's statements, in force at the month's end, and its name. A strong read: it may be adopted for a
 * past month just before that month is reconciled.
 */
export const billingOfMonth = async (policies: Policies, month: string): Promise<{ name: string; body: Billing }> => {
  const adopted = inForce(await policies.list(billingKind, true), billingKind, endOfMonth(month));
  return adopted
    ? { name: `billing/${adopted.version}`, body: adopted.body }
    : { name: 'default', body: defaultBilling };
};

/** Returns the billing policy that a statement names; the default when it names none. */
export const billingNamed = async (policies: Policies, name: string): Promise<Billing> => {
  const all = await policies.list(billingKind);
  return all.find(({ version }) => name === `billing/${version}`)?.body ?? defaultBilling;
};
