import type { BlockThresholds } from '../../../../layers/records/policies/domain/blocks.ts';
import { type Exception, excepted } from '../../../../layers/records/policies/domain/exceptions.ts';
import { type Floors, isBounded } from '../../../../layers/records/policies/domain/floors.ts';
import type { Conditions, LoanRules } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { ownValuesIn } from '../../../../layers/records/policies/domain/own-values.ts';
import { type ResolvedRule, resolveLoanRule } from '../../../../layers/records/policies/domain/resolve.ts';
import { type LendingCase, specificity } from '../../../../layers/records/policies/domain/specificity.ts';
import type { DecisionFact } from '../decisions/decision-fact.ts';

/** The policies by which logged decisions are judged again. */
export type SimulatedPolicies = {
  loanRules: LoanRules;
  blocks: BlockThresholds;
  floors?: Floors | undefined;
  exceptions?: readonly Exception[] | undefined;
};

/** Policies that judge many decisions: rules and limits are resolved once for each case. */
export type Simulated = {
  policies: SimulatedPolicies;
  /** Returns the thresholds for the patrons of a member, with those that the member set itself. */
  blocksFor(homeMember: string): BlockThresholds;
  /** Returns the rule for the case of a fact; `residence` is a place of residence of the case. */
  ruleFor(of: LendingCase): ResolvedRule;
  /** Returns the conditions on residence of the rules that match all other conditions of a case. */
  residencesFor(of: LendingCase): NonNullable<Conditions['patronResidence']>[];
};

const caseKey = (of: LendingCase): string =>
  [
    ...[of.itemBranch, of.checkoutBranch, of.patronHome, of.patronCategory, of.patronResidence ?? ''],
    ...[of.itemCategory, of.location, of.price ?? ''],
  ].join('\u0000');

const memoized = <T>(compute: (of: LendingCase) => T): ((of: LendingCase) => T) => {
  const known = new Map<string, T>();
  return (of) => {
    const name = caseKey(of);
    const found = known.get(name);
    if (found !== undefined) return found;
    const computed = compute(of);
    known.set(name, computed);
    return computed;
  };
};

/** Prepares policies for many decisions. */
export const simulated = (policies: SimulatedPolicies): Simulated => {
  const { loanRules, blocks, floors, exceptions = [] } = policies;
  const byMember = new Map<string, BlockThresholds>();
  const withResidence = loanRules.rules.filter(({ when }) => when.patronResidence !== undefined);
  // The price changes only amounts that are a share of it.
  const needsPrice =
    isBounded(floors, 'lostCharge', undefined) ||
    [loanRules.base, ...loanRules.rules.map(({ values }) => values)].some(
      ({ fineCap, lostAtPrice }) => lostAtPrice === true || (typeof fineCap === 'object' && fineCap !== null),
    );
  const resolve = memoized((of) => resolveLoanRule(loanRules, floors, of, exceptions));
  return {
    policies,
    blocksFor: (homeMember) => {
      const known = byMember.get(homeMember);
      if (known) return known;
      const own = ownValuesIn(blocks, { floors, kind: 'blocks', memberId: homeMember });
      const found = { ...blocks, ...own, ...excepted(exceptions, homeMember) } as BlockThresholds;
      byMember.set(homeMember, found);
      return found;
    },
    ruleFor: ({ price, ...of }) => resolve({ ...of, ...(needsPrice && price !== undefined && { price }) }),
    residencesFor: memoized((of) =>
      withResidence.flatMap(({ when }) => {
        const { patronResidence, ...others } = when;
        return patronResidence && specificity(others, loanRules.weights, of) !== undefined ? [patronResidence] : [];
      }),
    ),
  };
};

/** Returns the lending case of a logged decision; undefined where the log lacks a part of it. */
export const caseOf = (fact: DecisionFact): LendingCase | undefined => {
  const { itemBranch, branch, patronMember, patronCategory, itemCategory, location, itemPrice } = fact;
  if (itemBranch === null || patronMember === null || patronCategory === null) return undefined;
  if (itemCategory === null || location === null) return undefined;
  return {
    ...{ itemBranch, checkoutBranch: branch, patronHome: patronMember, patronCategory, itemCategory, location },
    ...(itemPrice !== null && { price: itemPrice }),
  };
};
