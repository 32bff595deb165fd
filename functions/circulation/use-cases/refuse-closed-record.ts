import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { defaultPatrons, patronsKind } from '../../../layers/records/policies/domain/patrons.ts';
import { openRefusals } from '../../patrons/public/desk-refusals.ts';
import { openness } from '../../patrons/public/openness.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';

/**
 * Refuses a branch that may not open a patron's record (C76): restricted, or not opted in there. This check precedes all others and its
 * refusal states nothing else about the patron. Undefined when it may. `now` in epoch ms.
 */
export const refuseClosedRecord = async (
  { policies }: Pick<CirculationStores, 'policies'>,
  patron: PatronStatus,
  branchId: string,
  now: number,
) => {
  const policy = (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons;
  const opened = openness(patron, memberOfBranch(branchId), policy);
  return opened === 'open' ? undefined : refuse(opened, openRefusals[opened].meaning);
};
