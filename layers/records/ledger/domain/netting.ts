import { entry, type LedgerEntry, type LedgerLine, type LedgerRefusal } from './entry.ts';
import { balances } from './ledger.ts';

/**
 * What a member's desks took for others and others took for it, in a currency and minor units: `owed` is owed to it, `owes`
 * it owes, `net` is the one less the other.
 */
export type NetPosition = { member: string; currency: string; owed: number; owes: number; net: number };

/** Who pays whom so that every net position is settled. */
export type Transfer = { from: string; to: string; currency: string; amount: number };

/**
 * The members' net positions out of a month's entries: multilateral, one a member and currency, in that order. They sum to
 * zero in each currency, for what one member is owed another owes. What a netting booked itself does not count again.
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

/** The transfers that settle net positions: the largest debtor pays the largest creditor, at most one fewer than members. */
export const transfersOf = (positions: readonly NetPosition[]): Transfer[] => {
  const transfers: Transfer[] = [];
  for (const currency of new Set(positions.map((one) => one.currency))) {
    const left = positions.filter((one) => one.currency === currency).map(({ member, net }) => ({ member, net }));
    for (;;) {
      left.sort((one, other) => one.net - other.net || (one.member < other.member ? -1 : 1));
      const [debtor, creditor] = [left[0], left.at(-1)];
      if (!debtor || !creditor || debtor.net >= 0 || creditor.net <= 0) break;
      const amount = Math.min(-debtor.net, creditor.net);
      debtor.net += amount;
      creditor.net -= amount;
      transfers.push({ from: debtor.member, to: creditor.member, currency, amount });
    }
  }
  return transfers;
};

// A balance below zero stands on the other side: a refund at one desk may outweigh what it took.
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

/** The last instant of a month (YYYY-MM, UTC): what a netting books, it books at the end of its month. */
export const endOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1) - 1).toISOString();

/**
 * The entries that settle a month, one a currency: they clear what members owe each other onto their netting accounts, which
 * sum to zero. Id and instant follow from month and currency alone, so that a month cannot be booked twice.
 */
export const nettingEntries = (month: string, positions: readonly NetPosition[]): (LedgerEntry | LedgerRefusal)[] =>
  [...new Set(positions.map(({ currency }) => currency))].flatMap((currency) => {
    const lines = positions.filter((one) => one.currency === currency).flatMap(linesOf);
    if (lines.length === 0) return [];
    const id = `netting-${month}-${currency}`;
    const about = { entryId: id, causeId: id, kind: 'netting-settled' as const, memo: 'monthly-netting' };
    return [entry({ ...about, at: endOfMonth(month), currency, lines })];
  });
