import * as z from 'zod';
import { addDays, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { AnonymiseRules } from '../../../../layers/records/policies/domain/patrons.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type DecisionFact, decisionFactSchema } from '../decisions/decision-fact.ts';

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

/** A message about loans: one was made or renewed, ended, or a bill of it was settled. The queue that carries it is encrypted. */
export const pastLoanEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('counted'), fact: decisionFactSchema, cause: z.string() }),
  z.object({
    event: z.literal('ended'),
    patronId: z.string().min(1),
    loan: pastLoanSchema,
    cause: z.string(),
  }),
  z.object({
    event: z.literal('settled'),
    patronId: z.string().min(1),
    loanId: z.string().min(1),
    itemId: z.string().min(1),
    cause: z.string(),
  }),
]);
export type PastLoanEvent = z.infer<typeof pastLoanEventSchema>;

/** Returns the checkouts and renewals among the decisions that a change made, to be counted on the local day of each. */
export const countedLoans = (decisions: readonly DecisionFact[]): PastLoanEvent[] =>
  decisions
    .filter(({ decision }) => decision === 'checkout' || decision === 'renewal')
    .map((fact) => ({ event: 'counted', fact, cause: fact.member }));

/** Returns the loan that ended with a change of its item, if any. The fact decides, so that rewriting a row reports nothing. */
export const endedLoans = (before: ItemCirculation | undefined, facts: readonly Fact[]): PastLoanEvent[] => {
  const ended = facts.find(({ name }) => name === 'loan-closed');
  if (ended === undefined || before?.loan === undefined) return [];
  const { itemId, sourceId, recordId, memberId, category: itemCategory } = before;
  const { loanId, patronId, checkoutBranch, checkedOutAt, due, renewals } = before.loan;
  const past: PastLoan = {
    ...{ loanId, itemId, sourceId, memberId, itemCategory, checkoutBranch, checkedOutAt, due, renewals },
    ...(recordId !== undefined && { recordId }),
    endedAt: ended.at,
  };
  return [{ event: 'ended', patronId, loan: past, cause: memberOfBranch(checkoutBranch) }];
};

type BillImage = {
  patronId: string;
  loanId?: string;
  itemId?: string;
  member: string;
  open: number;
};

/** Returns the loan with a fee that a change of a bill settled: the rest was paid, waived or cancelled. */
export const settledLoans = (before: BillImage | undefined, after: BillImage): PastLoanEvent[] => {
  const { patronId, loanId, itemId, member: cause, open } = after;
  if (open !== 0 || before?.open === 0 || loanId === undefined || itemId === undefined) return [];
  return [{ event: 'settled', patronId, loanId, itemId, cause }];
};

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
