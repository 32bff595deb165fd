import { memberOfBranch } from '../../../kernel/identity/roles.ts';
import type { Conditions, LoanRule, LoanRules, RuleValueName, Weights } from './loan-rules.ts';

/** A lending case: one item, one patron, one place. Branch ids are `<member>.<code>`. */
export type LendingCase = {
  itemBranch: string;
  checkoutBranch: string;
  patronHome: string;
  patronCategory: string;
  /** The code of the place of residence, when known. */
  patronResidence?: string | undefined;
  itemCategory: string;
  location: string;
  /** The price of the item, in minor units, when known. */
  price?: number;
};

/** The decider of each value. */
const kindOfValue = {
  lendable: 'lending',
  requestOnly: 'lending',
  holdable: 'lending',
  loanPeriod: 'lending',
  dueCeilings: 'lending',
  closedDays: 'lending',
  renewals: 'lending',
  autoRenewDays: 'lending',
  maxLoans: 'lending',
  limits: 'lending',
  maxHolds: 'lending',
  recallable: 'lending',
  recallGuaranteedDays: 'lending',
  recallReturnDays: 'lending',
  recallExtendsOverdue: 'lending',
  finePerDay: 'fines',
  finePerHour: 'fines',
  fineCap: 'fines',
  graceDays: 'fines',
  graceMinutes: 'fines',
  finesWhenClosed: 'fines',
  lostCharge: 'lost',
  lostProcessing: 'lost',
  lostProcessingRefunded: 'lost',
  lostAtPrice: 'lost',
  lostAfterDays: 'lost',
  lostRefunded: 'lost',
  lostCreditDays: 'lost',
  lostRestoresOverdue: 'lost',
  damageCharge: 'lost',
  holdShelfDays: 'shelf',
} as const satisfies Record<RuleValueName, keyof LoanRules['deciders']>;

const place = (wanted: string | undefined, branch: string, ofBranch: number, ofMember: number): number | undefined => {
  if (wanted === undefined) return 0;
  if (wanted === branch) return ofBranch;
  return wanted === memberOfBranch(branch) ? ofMember : undefined;
};

const exact = (wanted: string | undefined, actual: string, weight: number): number | undefined =>
  wanted === undefined ? 0 : wanted === actual ? weight : undefined;

const resident = (
  wanted: Conditions['patronResidence'],
  actual: string | undefined,
  weight: number,
): number | undefined => {
  if (wanted === undefined) return 0;
  const isIn = (codes: readonly string[]): boolean => actual !== undefined && codes.includes(actual);
  return ('in' in wanted ? isIn(wanted.in) : !isIn(wanted.notIn)) ? weight : undefined;
};

/** Returns how specific a rule is to a case: the sum of the weights of its conditions; undefined when one of them does not match. */
export const specificity = (when: Conditions, weights: Weights, of: LendingCase): number | undefined => {
  const parts = [
    place(when.itemOwner, of.itemBranch, weights.itemOwnerBranch, weights.itemOwnerMember),
    place(when.checkout, of.checkoutBranch, weights.checkoutBranch, weights.checkoutMember),
    exact(when.patronHome, of.patronHome, weights.patronHome),
    exact(when.patronCategory, of.patronCategory, weights.patronCategory),
    resident(when.patronResidence, of.patronResidence, weights.patronResidence),
    exact(when.itemCategory, of.itemCategory, weights.itemCategory),
    exact(when.location, of.location, weights.location),
  ];
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
};

/** Returns the owner of the rules that are consulted first for a value: a member id, or `consortium`. */
export const deciderOf = (value: RuleValueName, deciders: LoanRules['deciders'], of: LendingCase): string => {
  const decider = deciders[kindOfValue[value]];
  if (decider === 'consortium') return 'consortium';
  return memberOfBranch(decider === 'owner' ? of.itemBranch : of.checkoutBranch);
};

/** Returns the member whose case it is for a value, also where the consortium decides it: the owner, or for fines and the shelf the desk's. */
export const memberOf = (value: RuleValueName, deciders: LoanRules['deciders'], of: LendingCase): string => {
  const decider = deciderOf(value, deciders, of);
  if (decider !== 'consortium') return decider;
  const isOfDesk = kindOfValue[value] === 'fines' || kindOfValue[value] === 'shelf';
  return memberOfBranch(isOfDesk ? of.checkoutBranch : of.itemBranch);
};

export type Candidate = { rule: LoanRule; specificity: number };

/** Returns the rules that apply to a case, most specific first; equal ones in document order, so the order is total. */
export const applicable = (body: LoanRules, of: LendingCase): Candidate[] =>
  body.rules
    .flatMap((rule) => {
      const weight = specificity(rule.when, body.weights, of);
      return weight === undefined ? [] : [{ rule, specificity: weight }];
    })
    .toSorted((one, other) => other.specificity - one.specificity);
