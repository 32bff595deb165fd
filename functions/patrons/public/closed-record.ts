import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { openness } from '../domain/access/openness.ts';
import { openRefusals } from './open-refusals.ts';
import type { PatronStatus } from './patron-status.ts';

/**
 * Refuses a branch that may not open a patron's record (C76): restricted, or not opted in there. This check precedes all others and its
 * refusal states nothing else about the patron. Undefined when it may. `pointer` names the part of the request that names the patron.
 */
export const refuseClosed = (patron: PatronStatus, branchId: string, policy: PatronsPolicy, pointer?: string) => {
  const opened = openness(patron, memberOfBranch(branchId), policy);
  return opened === 'open' ? undefined : refuse(opened, openRefusals[opened].meaning, pointer);
};
