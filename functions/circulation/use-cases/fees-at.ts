import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type Fees, feesKind, feesWith } from '../../../layers/records/policies/domain/fees.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import { ownValuesIn } from '../../../layers/records/policies/domain/own-values.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';

/** Returns the fees of a branch at a time (epoch ms): those in force, with the amounts that its member set itself. */
export const feesAt = async (
  { policies }: Pick<CirculationStores, 'policies'>,
  { now, branchId }: { now: number; branchId: string },
): Promise<Fees | undefined> => {
  const fees = (await policies.inForce(feesKind, now))?.body;
  if (fees?.members === undefined) return fees;
  const floors = (await policies.inForce(floorsKind, now))?.body;
  return feesWith(fees, ownValuesIn(fees, { floors, kind: 'fees', memberId: memberOfBranch(branchId) }));
};
