import * as z from 'zod';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type DecisionFact, decisionFactSchema } from '../decisions/decision-fact.ts';
import { type PastLoan, pastLoanSchema } from './past-loan.ts';

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
