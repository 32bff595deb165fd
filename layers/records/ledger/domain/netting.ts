import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { balances } from './ledger.ts';

/**
 * A member's net position in a currency, in minor units: `owed` is owed to it for money taken by others, `owes` is what it took for
 * others, `net` is the difference.
 */
export type NetPosition = { member: string; currency: string; owed: number; owes: number; net: number };

/** A payment from one member to another; all together settle every net position. */
export type Transfer = { from: string; to: string; currency: string; amount: number };

/**
 * Returns the members' net positions from a month's entries: multilateral, one per member and currency, in that order. They sum to zero
 * in each currency. Entries of a netting are not counted again.
 */
export const netPositions = (entries: Iterable<LedgerEntry>): NetPosition[] => {
  const rows = new Map<string, NetPosition>();
  const own = [...entries].filter(({ kind }) => kind !== 'netting-settled');
  for (const { member, account, currency, balance } of balances(own)) {
    if (account !== 'due-from-members' && account !== 'due-to-members') continue;
    const place = `${currency} ${member}`;
    const row = rows.get(place) ?? { member, currency, owed: 0, owes: 0, net: 0 };
    const from = account === 'due-from-members';
    const [owed, owes] = [row.owed + (from ? balance : 0), row.owes + (from ? 0 : balance)];
    rows.set(place, { ...row, owed, owes, net: owed - owes });
  }
  return [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};

/** Returns the transfers that settle net positions: the largest debtor pays the largest creditor, at most one fewer than members. */
export const transfersOf = (positions: readonly NetPosition[]): Transfer[] => {
  const transfers: Transfer[] = [];
  for (const currency of new Set(positions.map((one) => one.currency))) {
    const left = positions.filter((one) => one.currency === currency).map(({ member, net }) => ({ member, net }));
    for (;;) {
      left.sort((one, other) => one.net - other.net || (one.member < other.member ? -1 : 1));
      const [debtor, creditor] = [left[0], left.at(-1)];
      const amount = Math.min(-(debtor?.net ?? 0), creditor?.net ?? 0);
      if (!debtor || !creditor || amount <= 0) break;
      debtor.net += amount;
      creditor.net -= amount;
      transfers.push({ from: debtor.member, to: creditor.member, currency, amount });
    }
  }
  return transfers;
};

// A negative balance goes on the other side: a refund at one desk may exceed its takings.
const closing = (account: LedgerLine['account'], member: string, balance: number, rises: LedgerLine['side']) => {
  const falls = rises === 'debit' ? 'credit' : 'debit';
  if (balance === 0) return [];
  return [{ account, member, side: balance > 0 ? falls : rises, amount: Math.abs(balance) } as const];
};

const linesOf = ({ member, owed, owes, net }: NetPosition): LedgerLine[] => [
  ...closing('due-from-members', member, owed, 'debit'),
  ...closing('due-to-members', member, owes, 'credit'),
  ...closing('member-netting', member, -net, 'debit'),
];

/** Returns the last instant of a month (YYYY-MM, UTC), at which a netting is booked. */
export const endOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1) - 1).toISOString();

/**
 * Returns the entries that settle a month, one per currency: they move the mutual debts to the members' netting accounts, which sum to
 * zero. Id and instant derive only from month and currency, so that a month cannot be booked twice.
 */
export const nettingEntries = (month: string, positions: readonly NetPosition[]): (LedgerEntry | LedgerRefusal)[] =>
  [...new Set(positions.map(({ currency }) => currency))].flatMap((currency) => {
    const lines = positions.filter((one) => one.currency === currency).flatMap(linesOf);
    if (lines.length === 0) return [];
    const id = `netting-${month}-${currency}`;
    const about = { entryId: id, causeId: id, kind: 'netting-settled' as const, memo: 'monthly-netting' };
    return [entry({ ...about, at: endOfMonth(month), currency, lines })];
  });
