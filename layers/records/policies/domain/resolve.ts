import { type Exception, loanException } from './exceptions.ts';
import { type Bound, bounded, type Floors, isBounded } from './floors.ts';
import { type LoanRules, type RuleValueName, type RuleValues, ruleValueNames } from './loan-rules.ts';
import { applicable, type Candidate, deciderOf, type LendingCase, memberOf } from './specificity.ts';

/** The explanation of a value: the winning rule, the decider, the alternatives, and the bound that limited it. */
export type ValueExplanation = {
  value: RuleValueName;
  ruleId: string;
  decider: string;
  considered: {
    ruleId: string;
    specificity: number;
    outcome: 'won' | 'unset' | 'less-specific' | 'not-the-decider' | 'excepted';
  }[];
  /** `from` is null when the rule sets no limit. */
  held?: { by: 'floor' | 'ceiling'; from: number | null; to: number };
  /** The exception that sets the value for the member instead of all rules and bounds; `ruleId` is its id. */
  exception?: { memberId: string; untilDay: string };
};

/** The values of one case: a fine cap as a share of the price has become an amount. */
export type ResolvedValues = Omit<RuleValues, 'fineCap'> & { fineCap: number | null };

/** The values for one case and their explanations, one per value. `base` is the rule id of the document's own base values. */
export type ResolvedRule = { values: ResolvedValues; explanations: ValueExplanation[] };

// The decider's own rules precede the consortium's, however specific those are.
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

type Holding = {
  of: LendingCase;
  floors: Floors | undefined;
  /** Returns a number limited to its floor and ceiling, and records the limit in the value's explanation. */
  limit: (name: RuleValueName, bound: Bound['value'], wanted: number) => number;
  /** Returns the number of an exception, otherwise the limited one. */
  hold: (name: RuleValueName, bound: Bound['value'], wanted: number) => number;
  /** Returns the number that an exception sets, and records it in the value's explanation. */
  except: (name: RuleValueName, value: Bound['value']) => number | undefined;
};

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

// No limit at all exceeds every ceiling.
const heldOrNone = ({ hold }: Holding, name: RuleValueName, bound: Bound['value'], wanted: number | null) => {
  const held = hold(name, bound, wanted ?? NO_LIMIT);
  return held === NO_LIMIT ? null : held;
};

const heldPeriod = (holding: Holding, period: RuleValues['loanPeriod']): RuleValues['loanPeriod'] => {
  const { of, floors, hold, limit, except } = holding;
  if ('days' in period) return { days: hold('loanPeriod', 'loanDays', period.days) };
  const hours = except('loanPeriod', 'loanHours');
  if (hours !== undefined) return { hours };
  if (isBounded(floors, 'loanHours', of.itemCategory)) return { hours: limit('loanPeriod', 'loanHours', period.hours) };
  const days = Math.ceil(period.hours / 24);
  // An exception in days is for loans by the day.
  const held = limit('loanPeriod', 'loanDays', days);
  return held === days ? period : { days: held };
};

const heldLoans = (holding: Holding, { maxLoans }: RuleValues): RuleValues['maxLoans'] => {
  const limit = heldOrNone(holding, 'maxLoans', 'maxLoans', maxLoans?.limit ?? null);
  return limit === null ? null : { ...maxLoans, limit };
};

const heldMoney = (holding: Holding, values: RuleValues) => {
  const { hold, of } = holding;
  const { fineCap: cap } = values;
  const wanted = values.lostAtPrice ? (of.price ?? values.lostCharge) : values.lostCharge;
  const lostCharge = hold('lostCharge', 'lostCharge', wanted);
  // When the price is unknown, the lost charge is used instead.
  const amount =
    typeof cap === 'object' && cap ? Math.floor(((of.price ?? lostCharge) * cap.percentOfPrice) / 100) : cap;
  return {
    lostCharge,
    fineCap: heldOrNone(holding, 'fineCap', 'fineCap', amount),
    finePerDay: hold('finePerDay', 'finePerDay', values.finePerDay),
    finePerHour: hold('finePerHour', 'finePerHour', values.finePerHour),
    damageCharge: hold('damageCharge', 'damageCharge', values.damageCharge),
  };
};

const heldValues = (values: RuleValues, holding: Holding): ResolvedValues => {
  const { hold } = holding;
  return {
    ...values,
    ...heldMoney(holding, values),
    loanPeriod: heldPeriod(holding, values.loanPeriod),
    renewals: hold('renewals', 'renewals', values.renewals),
    maxLoans: heldLoans(holding, values),
    maxHolds: heldOrNone(holding, 'maxHolds', 'maxHolds', values.maxHolds),
    recallGuaranteedDays: hold('recallGuaranteedDays', 'recallGuaranteedDays', values.recallGuaranteedDays),
    recallReturnDays: hold('recallReturnDays', 'recallReturnDays', values.recallReturnDays),
    graceDays: hold('graceDays', 'graceDays', values.graceDays),
    graceMinutes: hold('graceMinutes', 'graceMinutes', values.graceMinutes),
    lostAfterDays: heldOrNone(holding, 'lostAfterDays', 'lostAfterDays', values.lostAfterDays),
    holdShelfDays: hold('holdShelfDays', 'holdShelfDays', values.holdShelfDays),
  };
};

/** Records in an explanation that an exception sets the value. */
const explainException = (explanation: ValueExplanation, { id, memberId, untilDay }: Exception): void => {
  explanation.ruleId = id;
  explanation.exception = { memberId, untilDay };
  explanation.considered = explanation.considered.map((one) =>
    one.outcome === 'won' ? { ...one, outcome: 'excepted' } : one,
  );
};

/**
 * Returns the loan rule for a case: for each value the most specific rule of the decider that sets it, then of the consortium, then the
 * base; numbers are limited to the consortium's floors and ceilings. An exception in force for the member sets its value instead.
 */
export const resolveLoanRule = (
  body: LoanRules,
  floors: Floors | undefined,
  of: LendingCase,
  exceptions: readonly Exception[] = [],
): ResolvedRule => {
  const candidates = applicable(body, of);
  const explanations = ruleValueNames.map((name) => explain(name, candidates, deciderOf(name, body.deciders, of)));
  const values: RuleValues = { ...body.base };
  for (const { value, ruleId } of explanations) {
    const set = candidates.find(({ rule }) => rule.id === ruleId)?.rule.values[value];
    if (set !== undefined) Object.assign(values, { [value]: set });
  }
  const except: Holding['except'] = (name, value) => {
    if (exceptions.length === 0) return undefined;
    const found = loanException(exceptions, value, { ...of, memberId: memberOf(name, body.deciders, of) });
    const explanation = explanations.find((one) => one.value === name);
    if (found && explanation) explainException(explanation, found);
    return found?.amount;
  };
  const limit: Holding['limit'] = (name, bound, wanted) => {
    const held = bounded(floors, bound, of.itemCategory, wanted);
    const explanation = explanations.find(({ value }) => value === name);
    if (held.by !== undefined && explanation) {
      explanation.held = { by: held.by, from: wanted === NO_LIMIT ? null : wanted, to: held.value };
    }
    return held.value;
  };
  const hold: Holding['hold'] = (name, bound, wanted) => except(name, bound) ?? limit(name, bound, wanted);
  return { values: heldValues(values, { of, floors, limit, hold, except }), explanations };
};

/** Returns the id of the rule that gave a value. */
export const ruleOf = (resolved: ResolvedRule, value: RuleValueName): string =>
  resolved.explanations.find((explanation) => explanation.value === value)?.ruleId ?? 'base';
