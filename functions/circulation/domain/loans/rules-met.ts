import { type ResolvedRule, ruleOf } from '../../../../layers/records/policies/domain/resolve.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { counted } from '../../../patrons/public/counters.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { DecisionContext } from '../decisions/decision-context.ts';
import { type CirculationPolicies, isEquipment, residenceMet } from '../decisions/policies.ts';
import { countersOf, loanLimits } from './limit-groups.ts';

type Asked = {
  policies: CirculationPolicies;
  item: Pick<ItemCirculation, 'category' | 'location'>;
  patron: Pick<PatronStatus, 'counters'>;
};

/** Returns what a loan or renewal meets in the loan rules, for the decision log. Takes the branch of the checkout and the groups of the loan. */
export const rulesMet = (
  { policies, item, patron }: Asked,
  rule: ResolvedRule | undefined,
  branchId: string,
  groups: readonly string[] = [],
): Pick<DecisionContext, 'equipment' | 'residence' | 'groups'> => {
  const equipment = isEquipment(policies, item);
  if (rule === undefined) return { equipment };
  const limits = loanLimits(policies, rule, countersOf(policies, item, branchId));
  const loans = groups.map((group) => {
    const limit = limits.find(({ counter }) => counter === `group:${group}`);
    return limit ? counted(patron.counters, limit.counter) : null;
  });
  return {
    equipment,
    ...residenceMet(policies, ruleOf(rule, 'loanPeriod')),
    ...(loans.some((one) => one !== null) && { groups: loans }),
  };
};
