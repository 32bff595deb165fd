import type { Account, Side } from '../../../../layers/records/ledger/domain/accounts.ts';
import { CONSORTIUM, isOfConsortium } from '../../../../layers/records/ledger/domain/consortium.ts';
import type { LedgerEntry, LedgerLine } from '../../../../layers/records/ledger/domain/entry.ts';
import { type BooksAccount, costAccount } from './chart.ts';
import { SUPPORT_MEMO } from './cloud-cost.ts';

/** A line of the consortium's own books: minor units; `member` when it mirrors the line of a member. */
export type BooksLine = { account: BooksAccount; side: Side; amount: number; member?: string };

/** The accounts that mirror those of a member: what the member owes is owed to the consortium, its cost is revenue. */
const mirrored: Partial<Record<Account, BooksAccount>> = {
  'due-to-consortium': 'receivables',
  'accrued-to-consortium': 'accrued-revenue',
  dues: 'revenue-dues',
  'platform-costs': 'revenue-platform',
  services: 'revenue-services',
  'tax-on-charges': 'tax',
  'member-netting': 'clearing',
  bank: 'bank',
};

/** The accounts of the consortium's own lines. */
const own: Partial<Record<Account, BooksAccount>> = {
  bank: 'bank',
  'due-to-suppliers': 'suppliers',
  'cloud-costs': 'cost-cloud',
  'grants-income': 'revenue-grants',
  'bank-costs': 'cost-bank',
  'interest-income': 'revenue-interest',
};

const otherSide = (side: Side): Side => (side === 'debit' ? 'credit' : 'debit');

const mirrorOf = ({ kind }: LedgerEntry, { account }: LedgerLine): BooksAccount | undefined => {
  const isCorrection = kind === 'correction-billed' || kind === 'credit-noted';
  return isCorrection && account === 'platform-costs' ? 'revenue-corrections' : mirrored[account];
};

const ownOf = ({ memo }: LedgerEntry, { account }: LedgerLine): BooksAccount | undefined => {
  if (account === 'running-costs') return costAccount(memo);
  return account === 'cloud-costs' && memo === SUPPORT_MEMO ? costAccount('support') : own[account];
};

/**
 * Returns the lines of an entry in the consortium's own books, none when it is not of them. They are derived from the one ledger: the
 * consortium's own lines as they are, and the lines of members towards it with the sides exchanged. They balance, because both do.
 */
export const booksLines = (entry: LedgerEntry): BooksLine[] => {
  if (!isOfConsortium(entry)) return [];
  return entry.lines.map((line) => {
    const { member, side, amount } = line;
    const isOwn = member === CONSORTIUM;
    const account = isOwn ? ownOf(entry, line) : mirrorOf(entry, line);
    if (account === undefined) throw new Error(`The books have no account for ${line.account} of ${entry.kind}`);
    return isOwn ? { account, side, amount } : { account, side: otherSide(side), amount, member };
  });
};
