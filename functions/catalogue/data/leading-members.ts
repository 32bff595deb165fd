import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type Leads, leadsOf, unionRecordKind } from '../domain/union/leading.ts';

/** Returns the kinds in which a member's records lead, if any. */
export type LeadsOf = (memberId: string) => Leads | undefined;

/**
 * Returns whose records lead in union records by the policy in force at a time (epoch ms), cached for 60 s; nobody's when none was adopted.
 */
export const leadingMembers = (table: Table): ((now: number) => Promise<LeadsOf>) => {
  const policies = policyStore(table);
  return async (now) => {
    const policy = await policies.inForce(unionRecordKind, now);
    return (memberId) => policy && leadsOf(policy.body, memberId);
  };
};
