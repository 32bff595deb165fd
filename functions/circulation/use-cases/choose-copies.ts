import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { type CirculationPolicies, holdsPolicyOf } from '../domain/decisions/policies.ts';
import { FEW_COPIES, firstCopies } from '../domain/items/copy-sample.ts';
import type { ChooseCopies } from './load-hold-request.ts';

/** Returns the ids of the patron's items on loan; undefined when the index does not list all of them yet. */
const lentTo = async ({ items }: CirculationStores, { patronId, counters }: PatronStatus) => {
  if (counters.loans === 0) return new Set<string>();
  const ids = await items.idsLentTo(patronId);
  return ids.length < counters.loans ? undefined : new Set(ids);
};

/**
 * Returns the choice of the copies to read first for a hold of this patron. Undefined when all are read: after a conflict, and where a copy
 * on the shelf of the pickup branch matters (C29), since any other copy may have floated there.
 */
export const choosingFor = (
  deps: CirculationStores,
  { patron, pickupBranch: branchId }: { patron: PatronStatus; pickupBranch: string },
  policies: CirculationPolicies,
  { strong }: Consistency,
): ChooseCopies | undefined => {
  const { localCopyAlert, localCopyBlock } = holdsPolicyOf(policies);
  if (strong || localCopyAlert || localCopyBlock) return undefined;
  return async (listed, wanted) => {
    const ownLoans = listed.length <= FEW_COPIES ? new Set<string>() : await lentTo(deps, patron);
    if (ownLoans === undefined) return listed.map(({ itemId }) => itemId);
    const pickup = { branchId, memberId: memberOfBranch(branchId) };
    return firstCopies(listed, { wanted, ownLoans, pickup, patronMember: patron.homeMember });
  };
};
