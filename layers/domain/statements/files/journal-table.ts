import { accounts } from '../../ledger/accounts.ts';
import { entryKinds } from '../../ledger/kinds.ts';
import { post } from '../../ledger/post.ts';
import { statementPostings } from '../booking.ts';
import type { Statement } from '../statement.ts';
import { minor } from './statement-table.ts';
import type { Cell, FileTable } from './table.ts';

const columns = [
  'entry',
  'date',
  'text',
  'account',
  'account_title',
  'debit',
  'credit',
  'currency',
  'reference',
] as const;

/**
 * A statement as a double-entry journal of the member's own books: what its charged lines book, a row a side; debits equal
 * credits, and what is owed to the consortium is what is due. `bookedAt` is when it was booked, or would be (ISO instant).
 */
export const journalTable = (statement: Statement, bookedAt: string, invoice?: string): FileTable => {
  const rows = statementPostings(statement, bookedAt).flatMap((posting): Cell[][] => {
    const entry = post(posting);
    if ('refused' in entry) throw new Error(`A statement cannot be booked: ${entry.refused[0]?.detail}`);
    return entry.lines.map(({ account, side, amount }) => {
      const sum = minor(amount, statement.minorDigits);
      const [debit, credit] = side === 'debit' ? [sum, undefined] : [undefined, sum];
      const named = [
        entry.entryId,
        entry.at.slice(0, 10),
        entryKinds[entry.kind].title,
        account,
        accounts[account].title,
      ];
      return [...named, debit, credit, entry.currency, invoice ?? entry.causeId];
    });
  });
  return { name: 'journal', columns, rows };
};
