import { defaultSharingPolicy, type SharingPolicy } from '../domain/resource-sharing/sharing-policy.ts';
import type { PolicyStore } from '../records/policies/data/policy-store.ts';

/** How members share at a time (epoch ms): the consortium's policy, or the default. */
export const sharingPolicy =
  (adopted: Pick<PolicyStore, 'inForce'>) =>
  async (now: number): Promise<SharingPolicy> =>
    (await adopted.inForce('resource-sharing', now))?.body ?? defaultSharingPolicy;
