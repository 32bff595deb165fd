import * as z from 'zod';
import { addDays, millis } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { AnonymiseRules } from '../../../layers/records/policies/domain/patrons.ts';
import type { Fact } from '../../items/public/facts.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';

/** A loan that ended: what, where and when. Who had it is said only by the partition that it lies in. */
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
  /** Of an item of a library outside, which is known here no longer than its request lasts. */
  title: z.string().exactOptional(),
});
export type PastLoan = z.infer<typeof pastLoanSchema>;

/** What the relay says: a loan ended, or a bill of a loan was settled. The queue that carries it is encrypted. */
export const pastLoanNewsSchema = z.discriminatedUnion('news', [
  z.object({
    news: z.literal('ended'),
    patronId: z.string().min(1),
    patronMember: z.string(),
    loan: pastLoanSchema,
    cause: z.string(),
  }),
  z.object({
    news: z.literal('settled'),
    patronId: z.string().min(1),
    loanId: z.string().min(1),
    itemId: z.string().min(1),
    cause: z.string(),
  }),
]);
export type PastLoanNews = z.infer<typeof pastLoanNewsSchema>;

/** The loan that ended with a change of its item, if one did: told by the fact, so that a row written again says nothing. */
export const endedLoans = (before: ItemCirculation | undefined, facts: readonly Fact[]): PastLoanNews[] => {
  const ended = facts.find(({ name }) => name === 'loan-closed');
  const loan = before?.loan;
  if (ended === undefined || before === undefined || loan === undefined) return [];
  const { itemId, sourceId, recordId, memberId, category: itemCategory } = before;
  const { loanId, patronId, patronMember, checkoutBranch, checkedOutAt, due, renewals } = loan;
  const past: PastLoan = {
    ...{ loanId, itemId, sourceId, memberId, itemCategory, checkoutBranch, checkedOutAt, due, renewals },
    ...(recordId !== undefined && { recordId }),
    endedAt: ended.at,
  };
  return [{ news: 'ended', patronId, patronMember, loan: past, cause: memberOfBranch(checkoutBranch) }];
};

type BillImage = {
  patronId: string;
  loanId?: string;
  itemId?: string;
  member: string;
  open: number;
};

/** What a bill's change settled: the last of a loan's fee is paid, waived or taken back. */
export const settledLoans = (before: BillImage | undefined, after: BillImage): PastLoanNews[] => {
  const { patronId, loanId, itemId, member: cause, open } = after;
  if (open !== 0 || before?.open === 0 || loanId === undefined || itemId === undefined) return [];
  return [{ news: 'settled', patronId, loanId, itemId, cause }];
};

/** What becomes of a loan that ended: forgotten, or kept until an instant (for good, or until a fee is settled, without one). */
export type Fate = { kept: false } | { kept: true; until?: string };

type Judged = {
  endedAt: string;
  /** Of the loan's fees: whether there was any, and whether one is open. */
  fees: 'none' | 'open' | 'settled';
  keepsHistory: boolean;
  /** Now, which is when the fees were settled when they were just now. */
  at: string;
};

const later = (instant: string, days: number): string => `${addDays(instant.slice(0, 10), days)}${instant.slice(10)}`;

const byRule = (rules: AnonymiseRules, { endedAt, fees, at }: Judged): Fate => {
  const rule = fees === 'none' ? rules.anonymise : rules.anonymiseWithFees;
  if (rule.when === 'never') return { kept: true };
  if (rule.when !== 'after-days') return { kept: false };
  return { kept: true, until: later(fees === 'none' ? endedAt : at, rule.days) };
};

/**
 * What becomes of a loan that ended (C78). An open fee keeps it whatever the rules say (C75); the patron's wish and the rule
 * each keep it for their time, and it is kept for the longer.
 */
export const fateOf = (rules: AnonymiseRules, judged: Judged): Fate => {
  if (judged.fees === 'open') return { kept: true };
  const fates = [
    byRule(rules, judged),
    ...(judged.keepsHistory ? [{ kept: true as const, until: later(judged.endedAt, rules.historyDays) }] : []),
  ].filter((fate) => fate.kept && (fate.until === undefined || millis(fate.until) > millis(judged.at)));
  if (fates.some((fate) => fate.kept && fate.until === undefined)) return { kept: true };
  const [last] = fates
    .flatMap((fate) => (fate.kept && fate.until !== undefined ? [fate.until] : []))
    .toSorted()
    .reverse();
  return last === undefined ? { kept: false } : { kept: true, until: last };
};
