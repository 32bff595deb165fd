import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultSharingPolicy, type SharingPolicy, sharingKind } from '../domain/sharing-policy.ts';

/** Loads the sharing policy at a time (epoch ms): the consortium's, or the default. */
export const sharingPolicy =
  (adopted: Pick<PolicyStore, 'inForce'>) =>
  async (now: number): Promise<SharingPolicy> =>
    (await adopted.inForce(sharingKind, now))?.body ?? defaultSharingPolicy;
