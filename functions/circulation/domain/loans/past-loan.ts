import * as z from 'zod';
import { addDays, millis } from '../../../../layers/kernel/calendar/days.ts';
import type { AnonymiseRules } from '../../../../layers/records/policies/domain/patrons.ts';

/** An ended loan: what, where and when. Only the partition key of its row names the borrower. */
export const pastLoanSchema = z.object({
  loanId: z.string().min(1),
  itemId: z.string().min(1),
  sourceId: z.string().min(1),
  recordId: z.string().exactOptional(),
  /** The item's owner. */
  memberId: z.string().min(1),
  itemCategory: z.string(),
  checkoutBranch: z.string().min(1),
  checkedOutAt: z.string().min(1),
  due: z.string(),
  renewals: z.number(),
  endedAt: z.string().min(1),
  /** For an item of an external library, which is not recorded here after its request ends. */
  title: z.string().exactOptional(),
});
export type PastLoan = z.infer<typeof pastLoanSchema>;

/** Whether an ended loan is retained, and until when; without `until` indefinitely, or until an open fee is settled. */
export type RetentionOutcome = { keep: false } | { keep: true; until?: string };

type EndedLoanFacts = {
  endedAt: string;
  /** The state of the loan's fees. */
  fees: 'none' | 'open' | 'settled';
  keepsHistory: boolean;
  /** Now; the instant of settlement when the fees were settled just now. */
  at: string;
};

const later = (instant: string, days: number): string => `${addDays(instant.slice(0, 10), days)}${instant.slice(10)}`;

/** Returns until when the rule retains a loan: always, not at all (undefined), or to an instant. */
const byRule = (rules: AnonymiseRules, { endedAt, fees, at }: EndedLoanFacts): 'always' | string | undefined => {
  const rule = fees === 'none' ? rules.anonymise : rules.anonymiseWithFees;
  if (rule.when === 'never') return 'always';
  return rule.when === 'after-days' ? later(fees === 'none' ? endedAt : at, rule.days) : undefined;
};

/**
 * Decides whether an ended loan is retained (C78). An open fee retains it regardless of the rules (C75). Otherwise the rule and the
 * patron's choice to keep a history each give a period, and the longer one applies.
 */
export const retentionOutcome = (rules: AnonymiseRules, loan: EndedLoanFacts): RetentionOutcome => {
  const ruled = byRule(rules, loan);
  if (loan.fees === 'open' || ruled === 'always') return { keep: true };
  const until = [ruled, loan.keepsHistory ? later(loan.endedAt, rules.historyDays) : undefined]
    .filter((one) => one !== undefined && millis(one) > millis(loan.at))
    .toSorted()
    .at(-1);
  return until === undefined ? { keep: false } : { keep: true, until };
};
