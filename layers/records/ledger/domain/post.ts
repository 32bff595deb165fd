import type { Account } from './accounts.ts';
import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { type EntryKind, entryKinds } from './kinds.ts';

/**
 * What happened, to be booked: `member` is whose bill it is; `takenBy` the member whose desk took or gave the money, if
 * another; `against` the bill that the money back of this one pays, and whose that is.
 */
export type Posting = Omit<LedgerEntry, 'periodKey' | 'lines'> & {
  member: string;
  amount: number;
  takenBy?: string;
  against?: { member: string; causeId: string };
};

type Half = { account: Account; member: string; causeId?: string };

/**
 * From one account to another. Between two members the debited one then owes, the credited one is owed, until the netting,
 * so that every member's own books balance.
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

/** The lines of a kind, out of the table of kinds. Amount in minor units; money of a desk is in the books of its member. */
export const linesOf = (kind: EntryKind, { member, amount, takenBy = member, against }: PostedAt): LedgerLine[] => {
  const at = (account: Account): Half => ({ account, member: account === 'desk-takings' ? takenBy : member });
  const { debit, credit } = entryKinds[kind];
  return between(at(debit), { ...at(credit), ...against }, amount);
};
type PostedAt = Pick<Posting, 'member' | 'amount' | 'takenBy' | 'against'>;

/** Books what happened as an entry of its kind. Refuses what `entry` refuses: an amount of zero or less, a bad instant. */
export const post = ({ member, amount, takenBy, against, ...rest }: Posting): LedgerEntry | LedgerRefusal =>
  entry({
    ...rest,
    lines: linesOf(rest.kind, { member, amount, ...(takenBy && { takenBy }), ...(against && { against }) }),
  });
