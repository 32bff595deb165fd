import { defaultPatrons, patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { refuseClosed } from '../../patrons/public/closed-record.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';

/** Refuses a branch that may not open a patron's record, by the policy in force; undefined when it may. `now` in epoch ms. */
export const refuseClosedRecord = async (
  { policies }: Pick<CirculationStores, 'policies'>,
  patron: PatronStatus,
  branchId: string,
  now: number,
) => refuseClosed(patron, branchId, (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons);
