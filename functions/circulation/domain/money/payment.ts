import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { EntryKind } from '../../../../layers/records/ledger/domain/kinds.ts';
import type { Posting } from '../../../../layers/records/ledger/domain/post.ts';
import type { BillKind, Refusal } from '../decisions/decision.ts';
import type { BillLine } from './bill-line.ts';

/** The financial part of a bill: who is owed, and the open amount in minor units; negative when the patron is due a refund. */
export type OpenBill = {
  billId: string;
  kind: BillKind;
  member: string;
  open: number;
  currency: string;
  costCentre?: string;
};

/** Returns the department's cost centre of a bill, for the bill's entries. */
export const centreOf = ({ costCentre }: Pick<OpenBill, 'costCentre'>): { costCentre?: string } =>
  costCentre === undefined ? {} : { costCentre };

/** A money transaction: who, where, when, under which receipt, and by which means of payment if any. */
export type MoneyAct = { at: string; branchId: string; by: string; receiptNumber: string; means?: string };

/** The open amount of a bill after an act, and the act's line on it. */
export type BillMove = { billId: string; open: number; line: BillLine };

/**
 * All changes of a money transaction: bills, the patron's debt (`owed`, to be added), the ledger; `taken` is the amount received in the
 * till, negative when paid out, in minor units.
 */
export type MoneyMoves = { moves: BillMove[]; owed: number; postings: Posting[]; taken: number };

/** Returns the line of an act on a bill. */
export const lineOf = (did: BillLine['did'], amount: number, { means, ...act }: MoneyAct): BillLine => ({
  ...{ at: act.at, did, amount, by: act.by, branchId: act.branchId, receiptNumber: act.receiptNumber },
  ...(means !== undefined && { means }),
});

/** The entry kind of a payment, by kind of bill. Entries older than this table are recorded as fines, whatever was paid. */
const paidAs = {
  overdue: 'fine-paid',
  lost: 'lost-item-paid',
  'lost-processing': 'lost-item-paid',
  damaged: 'damage-paid',
  fee: 'fee-paid',
} as const satisfies Record<BillKind, EntryKind>;

/**
 * Decides a payment of a bill, whole or in part, at a branch: money for another member is owed to it until the netting (C74). Refuses
 * `more-than-open`.
 */
export const decidePayment = (
  { billId, kind, member, open, currency, ...bill }: OpenBill,
  { amount, entryId, ...act }: MoneyAct & { amount: number; entryId: string },
): MoneyMoves | { refused: Refusal<'more-than-open'>[] } => {
  if (amount > open)
    return { refused: [{ code: 'more-than-open', detail: `${open} of it is open.`, pointer: '/body/amount' }] };
  const posting = { entryId, at: act.at, kind: paidAs[kind], currency, causeId: billId, memo: 'paid-at-desk' };
  return {
    moves: [{ billId, open: open - amount, line: lineOf('paid', amount, act) }],
    postings: [{ ...posting, ...centreOf(bill), member, amount, takenBy: memberOfBranch(act.branchId) }],
    ...{ owed: -amount, taken: amount },
  };
};

const nothingMoved: MoneyMoves = { moves: [], owed: 0, postings: [], taken: 0 };

/**
 * Decides one payment of several bills, line by line, each its own entry. Takes the bills, each once, with the amount paid. Refuses
 * `more-than-open` of any, and `currencies-differ`.
 */
export const decidePayments = (
  lines: readonly { bill: OpenBill; amount: number; entryId: string }[],
  act: MoneyAct,
): MoneyMoves | { refused: Refusal<'more-than-open' | 'currencies-differ'>[] } => {
  if (new Set(lines.map(({ bill }) => bill.currency)).size > 1)
    return {
      refused: [{ code: 'currencies-differ', detail: 'One receipt is of one currency.', pointer: '/body/also' }],
    };
  let all = nothingMoved;
  for (const { bill, amount, entryId } of lines) {
    const one = decidePayment(bill, { ...act, amount, entryId });
    if ('refused' in one) return one;
    all = {
      moves: [...all.moves, ...one.moves],
      postings: [...all.postings, ...one.postings],
      ...{ owed: all.owed + one.owed, taken: all.taken + one.taken },
    };
  }
  return all;
};
