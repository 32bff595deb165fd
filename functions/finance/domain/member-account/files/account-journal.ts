import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { decimalsOf } from '../../../../../layers/kernel/money/currency.ts';
import { byId } from '../../../../../layers/kernel/money/split.ts';
import type { LedgerEntry } from '../../../../../layers/records/ledger/domain/entry.ts';
import { accountTitles, kindTitles } from '../../../../../layers/records/ledger/domain/titles.ts';
import { bookingIds } from '../../statements/booking.ts';
import { minor } from '../../statements/files/statement-table.ts';
import type { AccountLine } from '../account-line.ts';

const columns = [
  ...['entry', 'date', 'text', 'account', 'account_title', 'debit', 'credit', 'currency', 'reference'],
] as const;

/** Returns where the ledger may contain a line's entries: one for money by bank, one per group of its statement for an invoice. */
export const entriesOfLine = ({ at, entryId, kind }: AccountLine): { at: string; entryId: string }[] =>
  (kind === 'invoice' || kind === 'credit-note' ? bookingIds(entryId) : [entryId]).map((id) => ({ at, entryId: id }));

/**
 * Returns lines of an account as a double-entry journal of the member's own books: the ledger entries by which they were booked, one row
 * per side. Debits equal credits, and the debt to the consortium equals the sum of the lines.
 */
export const accountJournal = (lines: readonly AccountLine[], entries: readonly LedgerEntry[]): FileTable => {
  const references = new Map(
    lines.flatMap((line) => entriesOfLine(line).map(({ entryId }) => [entryId, line.reference] as const)),
  );
  const ordered = entries.toSorted((a, b) => byId(a.at, b.at) || byId(a.entryId, b.entryId));
  const rows = ordered.flatMap(({ entryId, at, kind, currency, lines: sides }): Cell[][] => {
    const digits = decimalsOf(currency);
    return sides.map(({ account, side, amount }) => {
      const sum = minor(amount, digits);
      const [debit, credit] = side === 'debit' ? [sum, undefined] : [undefined, sum];
      const head = [entryId, at.slice(0, 10), kindTitles[kind], account, accountTitles[account]];
      return [...head, debit, credit, currency, references.get(entryId)];
    });
  });
  return { name: 'journal', columns, rows };
};
