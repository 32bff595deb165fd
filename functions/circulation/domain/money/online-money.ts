import type { EntryKind } from '../../../../layers/records/ledger/domain/kinds.ts';
import type { BillLine } from './bill-line.ts';
import { centreOf, type MoneyMoves, type OpenBill } from './payment.ts';

/** What an online payment does to a bill: pays it, gives its money back or fails to, or is disputed and won. */
export const onlineActs = {
  paid: { did: 'paid', kind: 'online-paid', up: false },
  refunded: { did: 'paid-out', kind: 'online-refunded', up: true },
  'refund-failed': { did: 'refund-failed', kind: 'online-refund-failed', up: false },
  disputed: { did: 'disputed', kind: 'online-disputed', up: true },
  'dispute-won': { did: 'dispute-won', kind: 'online-dispute-won', up: false },
} as const satisfies Record<string, { did: BillLine['did']; kind: EntryKind; up: boolean }>;
export type OnlineAct = keyof typeof onlineActs;

/** A bill's part of an online payment: minor units; `member` is the bill's owner. */
export type OnlineLine = { billId: string; member: string; amount: number; entryId: string };

/** An online payment: `account` is the member with whose account it was paid, `reference` the provider's number of it. */
export type OnlineMoney = {
  act: OnlineAct;
  at: string;
  by: string;
  currency: string;
  account: string;
  paymentId: string;
  reference: string;
};

/**
 * Decides what an online payment moves. Money that has come is never refused: of a bill that was paid meanwhile it becomes a credit. A bill
 * that is no longer there (its patron was erased) moves in the ledger only.
 */
export const decideOnlineMoney = (
  { act, at, by, currency, account, paymentId, reference }: OnlineMoney,
  lines: readonly OnlineLine[],
  bills: readonly OpenBill[],
): MoneyMoves => {
  const { did, kind, up } = onlineActs[act];
  const all: MoneyMoves = { moves: [], owed: 0, postings: [], taken: 0 };
  for (const { billId, member, amount, entryId } of lines) {
    const bill = bills.find((one) => one.billId === billId);
    const change = up ? amount : -amount;
    const posting = { entryId, at, kind, currency, causeId: billId, memo: 'online', reference };
    all.postings.push({ ...posting, ...(bill && centreOf(bill)), member, amount, takenBy: account });
    all.taken -= change;
    if (bill === undefined) continue;
    const line = { at, did, amount, by, means: 'online', receiptNumber: paymentId };
    all.moves.push({ billId, open: bill.open + change, line });
    all.owed += change;
  }
  return all;
};
