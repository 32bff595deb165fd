import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { defaultRules, type MatchRules, matchingKind } from '../domain/matching/match-rules.ts';

/** Returns the rules by which records are matched at a time (epoch ms). */
export type RulesAt = (now: number) => Promise<MatchRules>;

/** Returns the rules of the policy in force with their first moment (epoch ms); undefined when none was adopted. */
export const matchingRulesInForce = (table: Table) => {
  const policies = policyStore(table);
  return async (now: number): Promise<{ rules: MatchRules; from: number } | undefined> => {
    const policy = await policies.inForce(matchingKind, now);
    return policy && { rules: { ...policy.body, version: policy.version }, from: Date.parse(policy.effectiveFrom) };
  };
};

/** Returns the rules of the policy in force, cached for 60 s; the default ones when none was adopted. */
export const matchingRules = (table: Table): RulesAt => {
  const policies = policyStore(table);
  return async (now) => {
    const policy = await policies.inForce(matchingKind, now);
    return policy ? { ...policy.body, version: policy.version } : defaultRules;
  };
};
