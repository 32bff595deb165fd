import { answer } from '../../../layers/platform/http/outcome.ts';
import { booksAccounts } from '../domain/books/chart.ts';
import { ownEntries } from '../domain/books/own-entry.ts';
import { resultOf } from '../domain/books/trial-balance.ts';
import { type BooksDeps, loadBooks } from './load-books.ts';

/** Shows the consortium's own books of some months. */
export const showBooks = async (deps: BooksDeps, asked: { to: string; months: number; now: number }) => {
  const { from, to, asOf, entries, books, billing } = await loadBooks(deps, asked);
  const rows = books.map(({ currency, accounts, receivables }) => ({
    currency,
    accounts: accounts.map((row) => {
      const { code, type } = booksAccounts[row.account];
      return { ...row, code: billing.booksCodes?.[row.account] ?? code, type };
    }),
    ...resultOf(accounts),
    ...{ receivables, own: ownEntries(entries, { currency, from }) },
  }));
  return answer({ from, to, asOf, books: rows });
};
