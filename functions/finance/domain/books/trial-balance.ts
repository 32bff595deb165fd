import { byId } from '../../../../layers/kernel/money/split.ts';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { booksLines } from './books-lines.ts';
import { type BooksAccount, booksAccountNames, booksAccounts } from './chart.ts';

/** A row of the trial balance in minor units: the balances are positive for a debit, negative for a credit. */
export type TrialRow = { account: BooksAccount; opening: number; debit: number; credit: number; closing: number };

/** The books of a currency over some months: its accounts with amounts, and what each member owed at their end. */
export type CurrencyBooks = { currency: string; accounts: TrialRow[]; owedBy: ReadonlyMap<string, number> };

/** Months (YYYY-MM), both included, and the first month of the fiscal year in which they begin. */
export type BooksSpan = { from: string; to: string; yearFrom: string };

const isOfResult = (account: BooksAccount): boolean => ['revenue', 'cost'].includes(booksAccounts[account].type);

/** Returns the account of an amount before the months: the result of earlier years is carried forward as surplus. */
const openingAccount = (account: BooksAccount, month: string, yearFrom: string): BooksAccount =>
  isOfResult(account) && month < yearFrom ? 'surplus' : account;

const booksIn = (
  currency: string,
  entries: readonly LedgerEntry[],
  { from, to, yearFrom }: BooksSpan,
): CurrencyBooks => {
  const rows = new Map<BooksAccount, Omit<TrialRow, 'closing'>>();
  const owedBy = new Map<string, number>();
  const rowOf = (account: BooksAccount) => {
    const row = rows.get(account) ?? { account, opening: 0, debit: 0, credit: 0 };
    rows.set(account, row);
    return row;
  };
  for (const entry of entries) {
    const month = entry.periodKey;
    if (month > to) continue;
    for (const { account, side, amount, member } of booksLines(entry)) {
      const signed = side === 'debit' ? amount : -amount;
      if (month < from) rowOf(openingAccount(account, month, yearFrom)).opening += signed;
      else rowOf(account)[side] += amount;
      if (account === 'receivables' && member !== undefined) owedBy.set(member, (owedBy.get(member) ?? 0) + signed);
    }
  }
  const accounts = booksAccountNames.flatMap((name): TrialRow[] => {
    const row = rows.get(name);
    if (!row || (row.opening === 0 && row.debit === 0 && row.credit === 0)) return [];
    return [{ ...row, closing: row.opening + row.debit - row.credit }];
  });
  return { currency, accounts, owedBy };
};

/**
 * Returns the trial balance of the consortium's own books over some months, one per currency, from all its entries until their end. In
 * each currency debits equal credits, and opening and closing balances sum to zero.
 */
export const trialBalances = (entries: readonly LedgerEntry[], span: BooksSpan): CurrencyBooks[] =>
  [...Map.groupBy(entries, ({ currency }) => currency)]
    .map(([currency, those]) => booksIn(currency, those, span))
    .filter(({ accounts }) => accounts.length > 0)
    .toSorted((one, other) => byId(one.currency, other.currency));

/** Returns the revenue, the cost and the result of the months, in minor units; the result is negative for a loss. */
export const resultOf = (accounts: readonly TrialRow[]): { revenue: number; cost: number; result: number } => {
  const moved = (type: 'revenue' | 'cost'): number =>
    accounts
      .filter(({ account }) => booksAccounts[account].type === type)
      .reduce((sum, { debit, credit }) => sum + debit - credit, 0);
  const [revenue, cost] = [0 - moved('revenue'), moved('cost')];
  return { revenue, cost, result: revenue - cost };
};

/** Returns the first month of the fiscal year of a month. */
export const yearBegins = (month: string, startsIn: number): string => {
  const [year, inYear] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return `${inYear < startsIn ? year - 1 : year}-${String(startsIn).padStart(2, '0')}`;
};
