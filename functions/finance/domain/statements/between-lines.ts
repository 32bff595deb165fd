import type { Account } from '../../../../layers/records/ledger/domain/accounts.ts';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { netPositions } from '../../../../layers/records/ledger/domain/netting.ts';
import { isCharge } from '../../../../layers/records/ledger/domain/owed.ts';
import type { StatementLine } from './statement.ts';

/** A line of debts between members, with the member and currency. Positive when the member owes. */
export type BetweenLine = { memberId: string; currency: string; line: Omit<StatementLine, 'mode'> };

const mutual: readonly Account[] = ['due-from-members', 'due-to-members'];

const touches = (entry: LedgerEntry, member: string, currency: string): boolean =>
  entry.currency === currency && entry.lines.some((line) => line.member === member && mutual.includes(line.account));

const linesOf = (
  group: 'loans' | 'desks',
  entries: readonly LedgerEntry[],
  { month, period }: { month: string; period: Pick<StatementLine, 'from' | 'to'> },
): BetweenLine[] =>
  netPositions(entries).map(({ member, currency, owed, owes, net }) => ({
    memberId: member,
    currency,
    line: {
      ...{
        lineId: `between-members-${group}-${currency}`,
        block: 'between-members',
        title: `between-members-${group}`,
      },
      ...period,
      amount: net === 0 ? 0 : -net,
      evidence: {
        ...{ kind: 'ledger', period: month, owed, owes },
        entries: entries.filter((entry) => touches(entry, member, currency)).length,
      },
    },
  }));

/**
 * Returns the debts between members in a month's ledger, netted: loans and copies separately from money taken for each other. One line
 * per member, kind and currency; each currency's lines sum to zero.
 */
export const betweenLines = (
  entries: readonly LedgerEntry[],
  about: { month: string; period: Pick<StatementLine, 'from' | 'to'> },
): BetweenLine[] => {
  const own = entries.filter(({ kind }) => kind !== 'netting-settled');
  return [
    ...linesOf('loans', own.filter(isCharge), about),
    ...linesOf(
      'desks',
      own.filter((entry) => !isCharge(entry)),
      about,
    ),
  ];
};
