import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { byId } from '../../../../../layers/kernel/money/split.ts';
import { type Account, accounts } from '../../../../../layers/records/ledger/domain/accounts.ts';
import type { LedgerEntry } from '../../../../../layers/records/ledger/domain/entry.ts';
import { entryKinds } from '../../../../../layers/records/ledger/domain/kinds.ts';
import { post } from '../../../../../layers/records/ledger/domain/post.ts';
import type { LineCodes } from '../account-codes.ts';
import { statementBookings } from '../booking.ts';
import { type Statement, type StatementLine, sumOfLines } from '../statement.ts';
import { codeCells, minor } from './statement-table.ts';

const columns = [
  ...['entry', 'date', 'text', 'account', 'account_title', 'debit', 'credit', 'currency', 'reference'],
  ...['account_code', 'cost_centre', 'purchase_order'],
] as const;

/** One side of an entry as a row: `amount` in minor units, above zero a debit. */
type Side = { account: Account; amount: number; codes: LineCodes | undefined };

const codesKey = (codes: LineCodes | undefined): string =>
  JSON.stringify([codes?.account ?? '', codes?.costCentre ?? '', codes?.purchaseOrder ?? '']);

/** What lines cost, split by the codes that the member books it on; parts that come to nothing are left out. */
const costSides = (lines: readonly StatementLine[], account: Account): Side[] =>
  [...Map.groupBy(lines, ({ codes }) => codesKey(codes))]
    .toSorted(([a], [b]) => byId(a, b))
    .map(([, own]) => ({ account, amount: sumOfLines(own), codes: own[0]?.codes }))
    .filter(({ amount }) => amount !== 0);

/** An entry's sides: what is owed to the consortium in one, on the member's own account of it; its cost as the lines are coded. */
const sidesOf = ({ codes }: Statement, lines: readonly StatementLine[], entry: LedgerEntry): Side[] =>
  entry.lines.flatMap(({ account, side, amount }) =>
    account === 'due-to-consortium'
      ? [{ account, amount: side === 'debit' ? amount : -amount, codes: codes?.payable }]
      : costSides(lines, account),
  );

/**
 * A statement as a double-entry journal of the member's own books: what its charged lines book, a row a side and, where lines of
 * one entry have other codes, a row for each; debits equal credits, and what is owed to the consortium is what is due.
 * `bookedAt` is when it was booked, or would be (ISO instant).
 */
export const journalTable = (statement: Statement, bookedAt: string, invoice?: string): FileTable => {
  const rows = statementBookings(statement, bookedAt).flatMap(({ posting, lines }): Cell[][] => {
    const entry = post(posting);
    if ('refused' in entry) throw new Error(`A statement cannot be booked: ${entry.refused[0]?.detail}`);
    const head = [entry.entryId, entry.at.slice(0, 10), entryKinds[entry.kind].title];
    return sidesOf(statement, lines, entry).map(({ account, amount, codes }) => {
      const sum = minor(Math.abs(amount), statement.minorDigits);
      const [debit, credit] = amount > 0 ? [sum, undefined] : [undefined, sum];
      const { account_code, cost_centre, purchase_order } = codeCells(codes);
      const named = [...head, account, accounts[account].title, debit, credit, entry.currency];
      return [...named, invoice ?? entry.causeId, account_code, cost_centre, purchase_order];
    });
  });
  return { name: 'journal', columns, rows };
};
