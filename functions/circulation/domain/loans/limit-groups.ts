import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Depth } from '../../../../layers/records/policies/domain/loan-rules.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Limit } from '../../../patrons/public/limits.ts';
import { type CirculationPolicies, groupsOf } from '../decisions/policies.ts';
import { tightest } from './patron-checks.ts';

// A dot separates the steps of an attribute's path, so a counter's name contains none.
const placed: Record<Depth, (group: string, branchId: string) => string> = {
  consortium: (group) => group,
  member: (group, branchId) => `${group}@${memberOfBranch(branchId)}`,
  branch: (group, branchId) => `${group}@${branchId.replace('.', '/')}`,
};

const within = (list: readonly string[] | undefined, value: string): boolean =>
  list === undefined || list.includes(value);

/**
 * Returns the counters of a loan of this item at this branch: one per limit group, at the depth of the group, regardless of the rule's
 * owner (C66). Names are `<group>`, `<group>@<member>` or `<group>@<member>/<branch>`.
 */
export const countersOf = (
  policies: CirculationPolicies,
  item: Pick<ItemCirculation, 'category' | 'location'>,
  branchId: string,
): Map<string, string> => {
  const counters = new Map(groupsOf(policies, item.category).map((group) => [group, group]));
  for (const [group, { itemCategories, locations, depth }] of Object.entries(policies.loanRules.body.limitGroups)) {
    if (!within(itemCategories, item.category) || !within(locations, item.location)) continue;
    counters.set(group, placed[depth](group, branchId));
  }
  return counters;
};

/**
 * Returns the loan limits of a patron, one per counter: the lowest of the consortium's thresholds and the rule's (C66). Takes the
 * counters of `countersOf`.
 */
export const loanLimits = (
  { blocks }: Pick<CirculationPolicies, 'blocks'>,
  { values }: ResolvedRule,
  counters: ReadonlyMap<string, string>,
): Limit[] => {
  const { maxLoans, perGroup } = blocks.body;
  const limits: Limit[] = [{ counter: 'loans', below: maxLoans }];
  const limitGroup = (group: string, below: number | undefined): void => {
    const counter = counters.get(group);
    if (counter !== undefined && below !== undefined) limits.push({ counter: `group:${counter}`, below });
  };
  for (const group of counters.keys()) limitGroup(group, perGroup[group]);
  for (const { group, limit } of values.limits) limitGroup(group, limit);
  const own = values.maxLoans;
  if (own?.group !== undefined) limitGroup(own.group, own.limit);
  else if (own) limits.push({ counter: 'loans', below: own.limit });
  return tightest(limits);
};
