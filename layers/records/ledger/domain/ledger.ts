import { type Account, accounts } from './accounts.ts';
import type { LedgerEntry, LedgerRefusal } from './entry.ts';

/** A ledger in memory: entries by id, in booking order. */
export type Ledger = ReadonlyMap<string, LedgerEntry>;

/** One row of the trial balance, in minor units; `balance` is positive on the side that increases the account. */
export type Balance = {
  member: string;
  account: Account;
  currency: string;
  debit: number;
  credit: number;
  balance: number;
};

const sameEntry = (a: LedgerEntry, b: LedgerEntry): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Appends an entry; the same entry again changes nothing. Refuses `entry-differs` when its id belongs to another entry. */
export const append = (ledger: Ledger, added: LedgerEntry): Ledger | LedgerRefusal => {
  const known = ledger.get(added.entryId);
  if (!known) return new Map(ledger).set(added.entryId, added);
  if (sameEntry(known, added)) return ledger;
  return {
    refused: [{ code: 'entry-differs', detail: `Entry ${added.entryId} is booked otherwise and never changes` }],
  };
};

/** Returns the trial balance of entries, one row per member, account and currency, in that order. */
export const balances = (entries: Iterable<LedgerEntry>): Balance[] => {
  const rows = new Map<string, Balance>();
  for (const { currency, lines } of entries) {
    for (const { member, account, side, amount } of lines) {
      const key = JSON.stringify([member, account, currency]);
      const row = rows.get(key) ?? { member, account, currency, debit: 0, credit: 0, balance: 0 };
      row[side] += amount;
      row.balance += accounts[account].rises === side ? amount : -amount;
      rows.set(key, row);
    }
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
};

/** Returns one account's balance in minor units of a currency; 0 without entries. */
export const balanceOf = (
  entries: Iterable<LedgerEntry>,
  wanted: { account: Account; member: string; currency: string },
): number =>
  balances(entries).find(
    (row) => row.account === wanted.account && row.member === wanted.member && row.currency === wanted.currency,
  )?.balance ?? 0;

/** Returns the open amount of one bill, by its pseudonym, in minor units; negative when more was paid than charged. */
export const owedOn = (entries: Iterable<LedgerEntry>, causeId: string): number => {
  let owed = 0;
  for (const { causeId: cause, lines } of entries) {
    for (const { account, side, amount, causeId: own = cause } of lines) {
      if (own === causeId && account === 'patron-receivables') owed += side === 'debit' ? amount : -amount;
    }
  }
  return owed;
};
