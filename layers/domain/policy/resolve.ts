import { type Bound, bounded, type Floors } from './floors.ts';
import { type LoanRules, type RuleValueName, type RuleValues, ruleValueNames } from './loan-rules.ts';
import { applicable, type Candidate, deciderOf, type LendingCase } from './specificity.ts';

/** Why a value is what it is: the rule that won, whose word counted, what else was looked at, and the bound that held it. */
export type ValueExplanation = {
  value: RuleValueName;
  ruleId: string;
  decider: string;
  considered: { ruleId: string; specificity: number; outcome: 'won' | 'unset' | 'less-specific' | 'not-the-decider' }[];
  held?: { by: 'floor' | 'ceiling'; from: number; to: number };
};

/** The values for one case and their explanations, one a value. `base` is the rule id of the document's own base values. */
export type ResolvedRule = { values: RuleValues; explanations: ValueExplanation[] };

// The decider's own rules come before the consortium's, however specific: that is what deciding means.
const inOrder = (candidates: Candidate[], decider: string): Candidate[] => [
  ...(decider === 'consortium' ? [] : candidates.filter(({ rule }) => rule.setBy === decider)),
  ...candidates.filter(({ rule }) => rule.setBy === 'consortium'),
];

const explain = (value: RuleValueName, candidates: Candidate[], decider: string): ValueExplanation => {
  const asked = inOrder(candidates, decider);
  const won = asked.findIndex(({ rule }) => rule.values[value] !== undefined);
  const considered: ValueExplanation['considered'] = asked.map(({ rule, specificity }, place) => {
    const unset = rule.values[value] === undefined;
    return { ruleId: rule.id, specificity, outcome: place === won ? 'won' : unset ? 'unset' : 'less-specific' };
  });
  for (const candidate of candidates) {
    if (asked.includes(candidate) || candidate.rule.values[value] === undefined) continue;
    considered.push({ ruleId: candidate.rule.id, specificity: candidate.specificity, outcome: 'not-the-decider' });
  }
  return { value, ruleId: asked[won]?.rule.id ?? 'base', decider, considered };
};

type Hold = (name: RuleValueName, bound: Bound['value'], wanted: number) => number;

const heldPeriod = (period: RuleValues['loanPeriod'], hold: Hold): RuleValues['loanPeriod'] =>
  'days' in period ? { days: hold('loanPeriod', 'loanDays', period.days) } : period;

const heldValues = (values: RuleValues, hold: Hold): RuleValues => ({
  ...values,
  loanPeriod: heldPeriod(values.loanPeriod, hold),
  renewals: hold('renewals', 'renewals', values.renewals),
  maxLoans: values.maxLoans && { ...values.maxLoans, limit: hold('maxLoans', 'maxLoans', values.maxLoans.limit) },
  finePerDay: hold('finePerDay', 'finePerDay', values.finePerDay),
  fineCap: values.fineCap === null ? null : hold('fineCap', 'fineCap', values.fineCap),
  graceDays: hold('graceDays', 'graceDays', values.graceDays),
  lostCharge: hold('lostCharge', 'lostCharge', values.lostCharge),
  holdShelfDays: hold('holdShelfDays', 'holdShelfDays', values.holdShelfDays),
});

/**
 * The loan rule for a case (design.md section 6): for each value the most specific rule of the decider that sets it,
 * then of the consortium, then the base; numbers held inside the consortium's floors and ceilings.
 */
export const resolveLoanRule = (body: LoanRules, floors: Floors | undefined, of: LendingCase): ResolvedRule => {
  const candidates = applicable(body, of);
  const explanations = ruleValueNames.map((name) => explain(name, candidates, deciderOf(name, body.deciders, of)));
  const values: RuleValues = { ...body.base };
  for (const { value, ruleId } of explanations) {
    const set = candidates.find(({ rule }) => rule.id === ruleId)?.rule.values[value];
    if (set !== undefined) Object.assign(values, { [value]: set });
  }
  const hold: Hold = (name, bound, wanted) => {
    const held = bounded(floors, bound, of.itemCategory, wanted);
    const explanation = explanations.find(({ value }) => value === name);
    if (held.by !== undefined && explanation) explanation.held = { by: held.by, from: wanted, to: held.value };
    return held.value;
  };
  return { values: heldValues(values, hold), explanations };
};

/** The id of the rule that gave a value. */
export const ruleOf = (resolved: ResolvedRule, value: RuleValueName): string =>
  resolved.explanations.find((explanation) => explanation.value === value)?.ruleId ?? 'base';
