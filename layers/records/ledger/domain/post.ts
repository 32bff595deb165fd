import type { Account } from './accounts.ts';
import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { type EntryKind, entryKinds } from './kinds.ts';

/**
 * An event to book: `member` owns the bill; `takenBy` is the member whose desk or account received or paid the money, if another; `against` is the
 * bill that a credit pays, and its member.
 */
export type Posting = Omit<LedgerEntry, 'periodKey' | 'lines'> & {
  member: string;
  amount: number;
  takenBy?: string;
  against?: { member: string; causeId: string };
};

type Half = { account: Account; member: string; causeId?: string };

/**
 * Returns the lines from one account to another. Between two members the debited one then owes and the credited one is owed, until the
 * netting, so that every member's own books balance.
 */
const between = (debit: Half, credit: Half, amount: number): LedgerLine[] => {
  const across = debit.member !== credit.member;
  return [
    { ...debit, side: 'debit', amount },
    ...(across ? [{ account: 'due-to-members' as const, member: debit.member, side: 'credit' as const, amount }] : []),
    ...(across
      ? [{ account: 'due-from-members' as const, member: credit.member, side: 'debit' as const, amount }]
      : []),
    { ...credit, side: 'credit', amount },
  ];
};

/** The accounts that are in the books of the member that received the money. */
const TAKINGS: readonly Account[] = ['desk-takings', 'online-takings'];

/** Returns the lines of a kind, from the table of kinds. Amount in minor units; money is in the books of the member that received it. */
export const linesOf = (kind: EntryKind, { member, amount, takenBy = member, against }: PostedAt): LedgerLine[] => {
  const at = (account: Account): Half => ({ account, member: TAKINGS.includes(account) ? takenBy : member });
  const { debit, credit } = entryKinds[kind];
  return between(at(debit), { ...at(credit), ...against }, amount);
};
type PostedAt = Pick<Posting, 'member' | 'amount' | 'takenBy' | 'against'>;

/** Books an event as an entry of its kind. Refuses what `entry` refuses: an amount of zero or less, an invalid instant. */
export const post = ({ member, amount, takenBy, against, ...rest }: Posting): LedgerEntry | LedgerRefusal =>
  entry({
    ...rest,
    lines: linesOf(rest.kind, { member, amount, ...(takenBy && { takenBy }), ...(against && { against }) }),
  });
