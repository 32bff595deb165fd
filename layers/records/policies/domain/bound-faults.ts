import { type Bound, bounded, type Floors, isBounded } from './floors.ts';
import type { LoanRule, RuleValueName } from './loan-rules.ts';

/** A value of a rule that a floor or a ceiling does not allow, with the number that it allows. */
export type BoundFault = { value: RuleValueName; by: 'floor' | 'ceiling'; bound: number };

type Wanted = readonly [value: RuleValueName, bound: Bound['value'], wanted: number];

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

const numbers = [
  ...(['renewals', 'recallGuaranteedDays', 'recallReturnDays', 'finePerDay', 'finePerHour'] as const),
  ...(['graceDays', 'graceMinutes', 'lostCharge', 'damageCharge', 'holdShelfDays'] as const),
];

const periodOf = (floors: Floors | undefined, { values, when }: LoanRule): Wanted[] => {
  const { loanPeriod } = values;
  if (loanPeriod === undefined) return [];
  if ('days' in loanPeriod) return [['loanPeriod', 'loanDays', loanPeriod.days]];
  return isBounded(floors, 'loanHours', when.itemCategory)
    ? [['loanPeriod', 'loanHours', loanPeriod.hours]]
    : [['loanPeriod', 'loanDays', Math.ceil(loanPeriod.hours / 24)]];
};

// No limit at all exceeds every ceiling. A cap as a share of the price is limited at each checkout.
const limitsOf = ({ values: { maxLoans, maxHolds, fineCap, lostAfterDays } }: LoanRule): Wanted[] => [
  ...(maxLoans === undefined ? [] : [['maxLoans', 'maxLoans', maxLoans?.limit ?? NO_LIMIT] as const]),
  ...(maxHolds === undefined ? [] : [['maxHolds', 'maxHolds', maxHolds ?? NO_LIMIT] as const]),
  ...(fineCap === undefined || typeof fineCap === 'object' ? [] : [['fineCap', 'fineCap', fineCap] as const]),
  ...(fineCap === null ? [['fineCap', 'fineCap', NO_LIMIT] as const] : []),
  ...(lostAfterDays === undefined ? [] : [['lostAfterDays', 'lostAfterDays', lostAfterDays ?? NO_LIMIT] as const]),
];

/**
 * Returns the values of a rule that the consortium's floors and ceilings do not allow. A rule for all item types is judged by the bounds for
 * all; those of one item type limit it at each checkout.
 */
export const boundFaults = (floors: Floors | undefined, rule: LoanRule): BoundFault[] => {
  const wanted: Wanted[] = [
    ...periodOf(floors, rule),
    ...numbers.flatMap((name): Wanted[] => {
      const value = rule.values[name];
      return value === undefined ? [] : [[name, name, value]];
    }),
    ...limitsOf(rule),
  ];
  return wanted.flatMap(([value, bound, number]) => {
    const held = bounded(floors, bound, rule.when.itemCategory, number);
    return held.by === undefined ? [] : [{ value, by: held.by, bound: held.value }];
  });
};
