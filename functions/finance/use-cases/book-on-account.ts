import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { bookedIntoOpen } from '../../../layers/records/ledger/data/booking.ts';
import type { EntryKind } from '../../../layers/records/ledger/domain/kinds.ts';
import { type AccountStore, accountWrites } from '../data/account-store.ts';
import { bankReferenceFreed, bankReferenceWrite } from '../data/bank-reference.ts';
import type { AccountLine } from '../domain/member-account/account-line.ts';

/** The entry kinds of payments by bank: by the kind of line. */
const kinds: Partial<Record<AccountLine['kind'], { kind: EntryKind; memo: string }>> = {
  payment: { kind: 'consortium-paid', memo: 'payment' },
  reversal: { kind: 'consortium-payment-reversed', memo: 'payment-reversed' },
  payout: { kind: 'consortium-credit-paid-out', memo: 'credit-paid-out' },
};

/**
 * A payment by bank to book: decided by the account's current lines, `with` further writes in the same transaction; `claims` are those
 * of the transfer, by default of its reference as typed.
 */
export type AccountAct<R> = {
  memberId: string;
  decide: (lines: readonly AccountLine[]) => AccountLine | { refused: R[] };
  claims?: (line: AccountLine, lines: readonly AccountLine[]) => Promise<Write[]>;
  with: (line: AccountLine) => Write[];
};

/** The result: booked; refused; the transfer is booked already; its month is closed; or a further write failed. */
export type AccountOutcome<R> =
  | { line: AccountLine }
  | { refused: R[] }
  | { against: 'reference-taken' | 'month-closed' | 'changed-meanwhile' };

const TRIES = 20;

const referenceWrites = (table: Table, { entryId, reference, reverses }: AccountLine): Promise<Write[]> =>
  reverses?.why === 'mistyped'
    ? bankReferenceFreed(table, reference, reverses.entryId)
    : Promise.resolve([bankReferenceWrite(reference, entryId)]);

const entryWrites = (memberId: string, { at, entryId, kind, amount, currency, reverses }: AccountLine): Write[] => {
  const booked = kinds[kind];
  if (!booked) throw new Error(`A line of the kind ${kind} is not money by bank.`);
  const about = { entryId, causeId: reverses?.entryId ?? entryId, at, ...booked };
  return bookedIntoOpen({ ...about, member: memberId, amount: Math.abs(amount), currency });
};

/**
 * Books a payment by bank in one transaction: the ledger entry, into a month that is not closed, the account's line, on the condition
 * that no other line was added, and the claim of the bank reference. Decides again after each conflict on the account.
 */
export const bookOnAccount = async <R>(
  { table, accounts }: { table: Table; accounts: AccountStore },
  { memberId, decide, claims, with: further }: AccountAct<R>,
): Promise<AccountOutcome<R>> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { lines, v } = await accounts.load(memberId);
    const line = decide(lines);
    if ('refused' in line) return line;
    const [account, entry] = [accountWrites(memberId, line, v), entryWrites(memberId, line)];
    const claimed = await (claims ? claims(line, lines) : referenceWrites(table, line));
    const lost = await table.write([...account, ...claimed, ...entry, ...further(line)]);
    if (!lost) return { line };
    const at = new Set(lost.conflict.map(({ index }) => index));
    const month = account.length + claimed.length;
    if (claimed.some((_, place) => at.has(account.length + place))) return { against: 'reference-taken' };
    if (at.has(month)) return { against: 'month-closed' };
    if (!at.has(0)) return { against: 'changed-meanwhile' };
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));
  }
  throw new TableConflict(`The account of ${memberId} was written ${TRIES} times at once`);
};
