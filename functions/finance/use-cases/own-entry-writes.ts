import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import { bankReferenceFreed, bankReferenceWrite } from '../data/bank-reference.ts';
import { type BankKind, bankKinds, type Entered, isByBank, type OwnEntry } from '../domain/books/own-entry.ts';

type Booked = { entryId: string; at: string };

/** The name under which a reference is claimed: the number of a supplier's invoice may be equal to a reference of the bank. */
const claimed = ({ kind, reference }: Pick<Entered, 'kind' | 'reference'>): string =>
  isByBank(kind) ? reference : `${kind}: ${reference}`;

/**
 * Returns an entry of the consortium's own books as entered, with its writes: the first claims its reference, the second books it at the
 * current instant.
 */
export const ownEntryWrites = (entered: Entered, { entryId, at }: Booked): { entry: OwnEntry; writes: Write[] } => {
  const { kind, budgetKind, amount, currency, reference, month } = entered;
  const memo = budgetKind ?? (kind.startsWith('grant') ? 'grant' : 'payment');
  const period = month !== undefined && month !== at.slice(0, 7) ? { period: month } : {};
  const entry: OwnEntry = { entryId, at, kind, memo, amount, reference, ...period };
  const booking = bookingWrite({ ...entry, causeId: entryId, currency, member: CONSORTIUM });
  return { entry, writes: [bankReferenceWrite(claimed(entered), entryId), booking] };
};

type Reversed = Pick<Entered, 'amount' | 'currency' | 'reference'> & { kind: BankKind; entryId: string };

/** Returns the writes that reverse an entry by bank with the opposite kind, and release its reference. */
export const ownEntryReversal = (
  { kind, entryId: causeId, reference, ...amount }: Reversed,
  booked: Booked,
): Write[] => {
  const { back } = bankKinds[kind];
  const memo = kind.startsWith('grant') ? 'grant' : 'payment';
  return [
    bankReferenceFreed(reference, causeId),
    bookingWrite({ ...booked, ...amount, kind: back, memo, reference, causeId, member: CONSORTIUM }),
  ];
};
