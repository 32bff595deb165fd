import type { blocksKind } from '../../layers/records/policies/domain/blocks.ts';
import type { PolicyDocument } from '../../layers/records/policies/domain/document.ts';
import type { holdsKind } from '../../layers/records/policies/domain/holds.ts';
import { defaultHolds, type HoldsPolicy } from '../../layers/records/policies/domain/holds.ts';
import type { loanRulesKind } from '../../layers/records/policies/domain/loan-rules.ts';
import {
  baseValuesSchema,
  type LoanRule,
  type LoanRules,
  loanRulesSchema,
  type RuleValues,
} from '../../layers/records/policies/domain/loan-rules.ts';
import type { targetingKind } from '../../layers/records/policies/domain/targeting.ts';
import { defaultTargeting, type Targeting } from '../../layers/records/policies/domain/targeting.ts';

const adopted = {
  version: 1,
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  decisionReference: 'D-1',
  adoptedBy: 'staff:root',
};

/** All items are lent for 28 days and renewed twice; 25 cents per day late up to 10.00; lost costs 30.00. */
export const baseValues: RuleValues = baseValuesSchema.parse({
  lendable: true,
  requestOnly: false,
  holdable: true,
  loanPeriod: { days: 28 },
  renewals: 2,
  maxLoans: null,
  finePerDay: 25,
  fineCap: 1000,
  graceDays: 0,
  lostCharge: 3000,
  holdShelfDays: 7,
});

/** An empty rule of the consortium for all cases, with overrides. */
export const aRule = (over: Partial<LoanRule> = {}): LoanRule => ({
  id: 'rule',
  setBy: 'consortium',
  when: {},
  values: {},
  ...over,
});

/** A matrix of rules in euros over the base values; DVDs are counted as a group. */
export const loanRules = (rules: LoanRule[] = [], over: Partial<LoanRules> = {}): LoanRules => ({
  ...loanRulesSchema.parse({ currency: 'EUR', groups: { dvds: ['dvd'] }, base: baseValues, rules }),
  ...over,
});

/** The adopted loan rules, version 1 from the start of 2026. */
export const loanRulesDocument = (
  rules: LoanRule[] = [],
  over: Partial<LoanRules> = {},
): PolicyDocument<typeof loanRulesKind> => ({
  kind: 'loan-rules',
  ...adopted,
  body: loanRules(rules, over),
});

/** Blocks from 15 loans, 10 holds, or more than 20.00 owed. */
export const blocksDocument = (
  over: Partial<PolicyDocument<typeof blocksKind>['body']> = {},
): PolicyDocument<typeof blocksKind> => ({
  kind: 'blocks',
  ...adopted,
  body: { maxLoans: 15, maxHolds: 10, owedLimit: 2000, accruedFines: 'count', perGroup: {}, ...over },
});

/** The adopted targeting policy, with overrides of the defaults. */
export const targetingDocument = (over: Partial<Targeting> = {}): PolicyDocument<typeof targetingKind> => ({
  kind: 'targeting',
  ...adopted,
  body: { ...defaultTargeting, ...over },
});

/** The policy on placing, changing and ending holds: the defaults with overrides. */
export const holdsDocument = (over: Partial<HoldsPolicy> = {}): PolicyDocument<typeof holdsKind> => ({
  kind: 'holds',
  ...adopted,
  body: { ...defaultHolds, ...over },
});
