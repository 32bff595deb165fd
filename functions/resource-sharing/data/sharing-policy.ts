import type { PolicyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { withOwnFees } from '../domain/charges/own-fees.ts';
import { defaultSharingPolicy, type SharingPolicy, sharingKind } from '../domain/sharing-policy.ts';

/** Loads the sharing policy at a time (epoch ms): the consortium's with the fees that members set themselves, or the default. */
export const sharingPolicy =
  (adopted: Pick<PolicyStore, 'inForce'>) =>
  async (now: number): Promise<SharingPolicy> => {
    const found = (await adopted.inForce(sharingKind, now))?.body ?? defaultSharingPolicy;
    if (found.members === undefined) return found;
    return withOwnFees(found, (await adopted.inForce(floorsKind, now))?.body);
  };
