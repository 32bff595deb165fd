import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { Refusal } from '../decisions/decision.ts';
import { type BillMove, lineOf, type MoneyAct, type MoneyMoves, type OpenBill } from './payment.ts';

/** Generates ids of ledger entries on demand. */
type EntryIds = { entryId: () => string };

const nothingBack = { refused: [{ code: 'no-money-back' as const, detail: 'The bill gives nothing back.' }] };

/**
 * Pays out the full refund of a bill (C73): from the branch's till, at the expense of the member whose bill it is. Refuses
 * `no-money-back`.
 */
export const decidePayOut = (
  { billId, member, open, currency }: OpenBill,
  { entryId, ...act }: MoneyAct & EntryIds,
): MoneyMoves | { refused: Refusal<'no-money-back'>[] } => {
  if (open >= 0) return nothingBack;
  const amount = -open;
  const posting = { entryId: entryId(), at: act.at, kind: 'credit-paid-out' as const, currency, causeId: billId };
  return {
    moves: [{ billId, open: 0, line: lineOf('paid-out', amount, act) }],
    postings: [{ ...posting, memo: 'paid-out-at-desk', member, amount, takenBy: memberOfBranch(act.branchId) }],
    ...{ owed: amount, taken: -amount },
  };
};

/** The maximum number of bills in one set-off, bounded by the size of a transaction. */
const MOST_BILLS = 15;

/**
 * Sets a bill's refund against the patron's other open bills of its currency, of any member, in the given order until it is used up; a
 * rest stays with the bill. The patron's total debt does not change. Refuses `no-money-back`, and `nothing-to-set-off` when no other
 * bill is open.
 */
export const decideSetOff = (
  bill: OpenBill,
  others: readonly OpenBill[],
  { entryId, ...act }: MoneyAct & EntryIds,
): MoneyMoves | { refused: Refusal<'no-money-back' | 'nothing-to-set-off'>[] } => {
  if (bill.open >= 0) return nothingBack;
  const { billId, member, currency } = bill;
  let left = -bill.open;
  const paid: BillMove[] = [];
  const postings: Posting[] = [];
  const payable = others.filter((other) => other.currency === currency && other.open > 0 && other.billId !== billId);
  for (const other of payable.slice(0, MOST_BILLS)) {
    if (left === 0) break;
    const amount = Math.min(left, other.open);
    left -= amount;
    const line = { ...lineOf('paid-by-credit', amount, act), otherBill: billId };
    paid.push({ billId: other.billId, open: other.open - amount, line });
    const posting = { entryId: entryId(), at: act.at, kind: 'credit-offset' as const, currency, causeId: billId };
    const against = { member: other.member, causeId: other.billId };
    postings.push({ ...posting, memo: 'set-off', member, amount, against });
  }
  if (paid.length === 0) {
    return { refused: [{ code: 'nothing-to-set-off', detail: 'The patron has no other open bill in this currency.' }] };
  }
  const own = { billId, open: -left, line: lineOf('set-off', -bill.open - left, act) };
  return { moves: [own, ...paid], postings, owed: 0, taken: 0 };
};
