import { floorsKind } from '../domain/floors.ts';
import { ownValuesIn } from '../domain/own-values.ts';
import { type AnonymiseRules, defaultPatrons, patronsKind, retentionWith } from '../domain/patrons.ts';
import type { PolicyStore } from './policy-store.ts';

/**
 * Returns how long the past loans of a member's patrons are stored by the policies in force at a time (epoch ms), with what the member set
 * itself inside the floors and ceilings.
 */
export const retentionAt = async (
  policies: Pick<PolicyStore, 'inForce'>,
  memberId: string,
  now: number,
): Promise<AnonymiseRules> => {
  const policy = (await policies.inForce(patronsKind, now))?.body ?? defaultPatrons;
  if (policy.members === undefined) return policy.loans;
  const floors = (await policies.inForce(floorsKind, now))?.body;
  return retentionWith(policy.loans, ownValuesIn(policy, { floors, kind: 'patrons', memberId }));
};
