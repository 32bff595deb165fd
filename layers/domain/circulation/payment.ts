import { memberOfBranch } from '../identity/roles.ts';
import type { Posting } from '../ledger/post.ts';
import type { Refusal } from './decision.ts';

/** A bill as far as a payment looks: who is owed, and what is open in minor units. */
export type OpenBill = { billId: string; member: string; open: number; currency: string };

/** What a payment leaves open, and how it is booked: another member's money is owed to it until the netting (C74). */
export type Payment = { open: number; posting: Posting };

/** Decides a payment of a bill, whole or in part, at a branch. Refuses `more-than-open`. The entry's id is the receipt's number. */
export const decidePayment = (
  bill: OpenBill,
  { amount, branchId, at, entryId }: { amount: number; branchId: string; at: string; entryId: string },
): Payment | { refused: Refusal<'more-than-open'>[] } => {
  const { billId, member, open, currency } = bill;
  if (amount > open)
    return { refused: [{ code: 'more-than-open', detail: `${open} of it is open.`, pointer: '/body/amount' }] };
  const posting = { entryId, at, kind: 'fine-paid' as const, currency, causeId: billId, memo: 'paid-at-desk' };
  return { open: open - amount, posting: { ...posting, member, amount, takenBy: memberOfBranch(branchId) } };
};
