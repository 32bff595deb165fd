import { answer } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { booksAccounts } from '../domain/books/chart.ts';
import { ownEntries } from '../domain/books/own-entry.ts';
import type { Receivable } from '../domain/books/receivables.ts';
import { resultOf } from '../domain/books/trial-balance.ts';
import { type OverdueInvoice, reminderSummary } from '../domain/reminders/overdue-invoices.ts';
import { type BooksDeps, type LoadedBooks, loadBooks } from './load-books.ts';
import { loadOverdue, type OverdueDeps } from './load-overdue.ts';

const AT_ONCE = 12;

/** Returns the overdue invoices of the members that owe something; none for books of an earlier month than the current one. */
const overdueOf = async (
  deps: OverdueDeps,
  { to, books, accounts, billing }: LoadedBooks,
  now: number,
): Promise<Map<string, OverdueInvoice[]>> => {
  if (to < iso(now).slice(0, 7)) return new Map();
  const members = [...new Set(books.flatMap(({ receivables }) => receivables.map(({ memberId }) => memberId)))];
  const at = { rules: billing.reminders, now };
  const loaded = await mapInBatches(members, AT_ONCE, (memberId) =>
    loadOverdue(deps, memberId, { lines: [...(accounts.get(memberId) ?? [])] }, at),
  );
  return new Map(members.map((memberId, place) => [memberId, loaded[place] ?? []]));
};

/** Shows the consortium's own books of some months. */
export const showBooks = async (deps: BooksDeps & OverdueDeps, asked: { to: string; months: number; now: number }) => {
  const loaded = await loadBooks(deps, asked);
  const { from, to, asOf, entries, books, billing } = loaded;
  const overdue = await overdueOf(deps, loaded, asked.now);
  const withReminders = (row: Receivable, currency: string): Receivable => {
    const reminders = reminderSummary(overdue.get(row.memberId) ?? [], currency);
    return { ...row, ...(reminders && { reminders }) };
  };
  const rows = books.map(({ currency, accounts, receivables, budget }) => ({
    currency,
    accounts: accounts.map((row) => {
      const { code, type } = booksAccounts[row.account];
      return { ...row, code: billing.booksCodes?.[row.account] ?? code, type };
    }),
    ...resultOf(accounts),
    receivables: receivables.map((row) => withReminders(row, currency)),
    ...{ budget, own: ownEntries(entries, { currency, from }) },
  }));
  return answer({ from, to, asOf, books: rows });
};
