import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type Billing, billingKind, defaultBilling } from '../domain/statements/billing-policy.ts';

/** Returns the rules for billing that a statement was sealed with: a version of the policy, or the default. */
export const sealedBilling = async (policies: PolicyStore, billing: string, now: number): Promise<Billing> => {
  const version = Number(/^billing\/(\d+)$/.exec(billing)?.[1]);
  const policy = Number.isNaN(version) ? undefined : await policies.version(billingKind, version, now);
  return policy?.body ?? defaultBilling;
};
