import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { type EntryKind, entryKinds } from './kinds.ts';

/** What happened, to be booked: `member` is whose bill it is; `takenBy` the member whose desk took the money, if another. */
export type Posting = Omit<LedgerEntry, 'periodKey' | 'lines'> & { member: string; amount: number; takenBy?: string };

/**
 * Money taken for another member: the desk owes it, the owner of the bill is owed it, until the netting. Only the debit
 * of takings moves to the other desk; every member's own books still balance.
 */
const takenElsewhere = (kind: EntryKind, member: string, takenBy: string, amount: number): LedgerLine[] => [
  { account: entryKinds[kind].debit, member: takenBy, side: 'debit', amount },
  { account: 'due-to-members', member: takenBy, side: 'credit', amount },
  { account: 'due-from-members', member, side: 'debit', amount },
  { account: entryKinds[kind].credit, member, side: 'credit', amount },
];

/** The lines of a kind, out of the table of kinds. Amount in minor units. */
export const linesOf = (kind: EntryKind, member: string, amount: number, takenBy = member): LedgerLine[] => {
  const { debit, credit } = entryKinds[kind];
  if (takenBy !== member && debit === 'desk-takings') return takenElsewhere(kind, member, takenBy, amount);
  return [
    { account: debit, member, side: 'debit', amount },
    { account: credit, member, side: 'credit', amount },
  ];
};

/** Books what happened as an entry of its kind. Refuses what `entry` refuses: an amount of zero or less, a bad instant. */
export const post = ({ member, amount, takenBy, ...rest }: Posting): LedgerEntry | LedgerRefusal =>
  entry({ ...rest, lines: linesOf(rest.kind, member, amount, takenBy) });
