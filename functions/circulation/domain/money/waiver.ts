import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Refusal } from '../decisions/decision.ts';
import { centreOf, lineOf, type MoneyAct, type MoneyMoves, type OpenBill } from './payment.ts';

/**
 * Waives a bill, whole or in part, for a reason that is stored with the bill: only the member that is owed may waive (C74). Refuses
 * `not-your-bill` and `more-than-open`. No money enters a till.
 */
export const decideWaiver = (
  { billId, member, open, currency, ...bill }: OpenBill,
  { amount, entryId, reason, ...act }: MoneyAct & { amount: number; entryId: string; reason: string },
): MoneyMoves | { refused: Refusal<'not-your-bill' | 'more-than-open'>[] } => {
  if (memberOfBranch(act.branchId) !== member)
    return { refused: [{ code: 'not-your-bill', detail: `It is owed to ${member}.`, pointer: '/body/billId' }] };
  if (amount > open)
    return { refused: [{ code: 'more-than-open', detail: `${open} of it is open.`, pointer: '/body/amount' }] };
  const posting = { entryId, at: act.at, kind: 'charge-waived' as const, currency, causeId: billId, memo: 'waived' };
  return {
    moves: [{ billId, open: open - amount, line: { ...lineOf('waived', amount, act), reason } }],
    postings: [{ ...posting, ...centreOf(bill), member, amount }],
    ...{ owed: -amount, taken: 0 },
  };
};
