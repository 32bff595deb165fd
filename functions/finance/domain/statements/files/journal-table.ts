import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { byId } from '../../../../../layers/kernel/money/split.ts';
import type { Account } from '../../../../../layers/records/ledger/domain/accounts.ts';
import type { LedgerEntry } from '../../../../../layers/records/ledger/domain/entry.ts';
import { post } from '../../../../../layers/records/ledger/domain/post.ts';
import { accountTitles, kindTitles } from '../../../../../layers/records/ledger/domain/titles.ts';
import type { LineCodes } from '../account-codes.ts';
import { statementBookings } from '../booking.ts';
import { type Statement, type StatementLine, sumOfLines } from '../statement.ts';
import { codeCells, minor } from './statement-table.ts';

const columns = [
  ...['entry', 'date', 'text', 'account', 'account_title', 'debit', 'credit', 'currency', 'reference'],
  ...['account_code', 'cost_centre', 'purchase_order', 'period'],
] as const;

/** One side of an entry as a row: `amount` in minor units, positive for a debit. */
type Side = { account: Account; amount: number; codes: LineCodes | undefined };

const codesKey = (codes: LineCodes | undefined): string =>
  JSON.stringify([codes?.account ?? '', codes?.costCentre ?? '', codes?.purchaseOrder ?? '']);

/** Returns the cost of lines, split by the member's codes; zero parts are omitted. */
const costSides = (lines: readonly StatementLine[], account: Account): Side[] =>
  [...Map.groupBy(lines, ({ codes }) => codesKey(codes))]
    .toSorted(([a], [b]) => byId(a, b))
    .map(([, own]) => ({ account, amount: sumOfLines(own), codes: own[0]?.codes }))
    .filter(({ amount }) => amount !== 0);

/** Returns an entry's sides: the debt to the consortium in one, on the member's own account for it; its cost by the codes of the lines. */
const sidesOf = ({ codes }: Statement, lines: readonly StatementLine[], entry: LedgerEntry): Side[] =>
  entry.lines.flatMap(({ account, side, amount }) =>
    account === 'due-to-consortium'
      ? [{ account, amount: side === 'debit' ? amount : -amount, codes: codes?.payable }]
      : costSides(lines, account),
  );

/**
 * Returns a statement as a double-entry journal of the member's own books: the entries of its charged lines, one row per side and, when
 * lines of one entry have different codes, one row for each; debits equal credits, and the debt to the consortium is the amount due.
 * `bookedAt` is the actual or expected booking time (ISO instant).
 */
export const journalTable = (statement: Statement, bookedAt: string, invoice?: string): FileTable => {
  const rows = statementBookings(statement, bookedAt).flatMap(({ posting, lines }): Cell[][] => {
    const entry = post(posting);
    if ('refused' in entry) throw new Error(`A statement cannot be booked: ${entry.refused[0]?.detail}`);
    const head = [entry.entryId, entry.at.slice(0, 10), kindTitles[entry.kind]];
    return sidesOf(statement, lines, entry).map(({ account, amount, codes }) => {
      const sum = minor(Math.abs(amount), statement.minorDigits);
      const [debit, credit] = amount > 0 ? [sum, undefined] : [undefined, sum];
      const { account_code, cost_centre, purchase_order } = codeCells(codes);
      const named = [...head, account, accountTitles[account], debit, credit, entry.currency];
      return [...named, invoice ?? entry.causeId, account_code, cost_centre, purchase_order, statement.month];
    });
  });
  return { name: 'journal', columns, rows };
};
