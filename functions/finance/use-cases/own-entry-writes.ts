import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { CONSORTIUM } from '../../../layers/records/ledger/domain/consortium.ts';
import { bankReferenceWrite } from '../data/bank-reference.ts';
import { type BankKind, bankKinds, type Entered, isByBank, memoOf, type OwnEntry } from '../domain/books/own-entry.ts';

type Booked = { entryId: string; at: string };

/** The name under which a reference is claimed: the number of a supplier's invoice may be equal to a reference of the bank. */
const claimed = ({ kind, reference }: Pick<Entered, 'kind' | 'reference'>): string =>
  isByBank(kind) ? reference : `${kind}: ${reference}`;

/**
 * Returns an entry of the consortium's own books as entered, with its writes: the last books it at the current instant, those before it
 * claim its transfer, by default its reference as typed.
 */
export const ownEntryWrites = (
  entered: Entered,
  { entryId, at }: Booked,
  claims: readonly Write[] = [bankReferenceWrite(claimed(entered), entryId)],
): { entry: OwnEntry; writes: Write[] } => {
  const { kind, budgetKind, amount, currency, reference, month } = entered;
  const memo = budgetKind ?? memoOf(kind);
  const period = month !== undefined && month !== at.slice(0, 7) ? { period: month } : {};
  const entry: OwnEntry = { entryId, at, kind, memo, amount, reference, ...period };
  const booking = bookingWrite({ ...entry, causeId: entryId, currency, member: CONSORTIUM });
  return { entry, writes: [...claims, booking] };
};

type Reversed = Pick<Entered, 'amount' | 'currency' | 'reference'> & { kind: BankKind; entryId: string };

/** Returns the write that reverses an entry by bank with the opposite kind. */
export const ownEntryReversal = ({ kind, entryId: causeId, reference, ...amount }: Reversed, booked: Booked): Write => {
  const { back } = bankKinds[kind];
  return bookingWrite({ ...booked, ...amount, kind: back, memo: memoOf(kind), reference, causeId, member: CONSORTIUM });
};
