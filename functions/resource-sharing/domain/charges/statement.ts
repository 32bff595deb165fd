import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { amountOf, isCharge, sidesOf } from '../../../../layers/records/ledger/domain/owed.ts';
import { kindTitles } from '../../../../layers/records/ledger/domain/titles.ts';

/**
 * One charge or settlement as a member reads it: the other library, and whether the member owes it or is owed it. Minor
 * units.
 */
export type StatementLine = {
  entryId: string;
  at: string;
  kind: string;
  title: string;
  other: string;
  side: 'owes' | 'owed';
  amount: number;
  currency: string;
  causeId: string;
};

const lineOf = (entry: LedgerEntry, memberId: string): StatementLine | undefined => {
  const { entryId, at, kind, currency, causeId, partner } = entry;
  const { owing, owed } = sidesOf(entry);
  const side = owing === memberId ? 'owes' : owed === memberId ? 'owed' : undefined;
  const other = partner ?? (side === 'owes' ? owed : owing);
  if (side === undefined || other === undefined) return undefined;
  return { entryId, at, kind, title: kindTitles[kind], other, side, amount: amountOf(entry), currency, causeId };
};

const inOrder = (one: StatementLine, other: StatementLine): number =>
  one.at < other.at || (one.at === other.at && one.entryId < other.entryId) ? -1 : 1;

/** Lists a member's lines from entries between libraries, in order of time; each entry once. */
export const statementLines = (entries: readonly LedgerEntry[], memberId: string): StatementLine[] => {
  const unique = new Map(entries.map((entry) => [entry.entryId, entry]));
  return [...unique.values()].flatMap((entry) => lineOf(entry, memberId) ?? []).toSorted(inOrder);
};

/** The mutual charges of a member and another library in a currency: owed, due, and the difference. */
export type PairSum = {
  other: string;
  currency: string;
  owes: number;
  owed: number;
  net: number;
  charges: StatementLine[];
};

/** Sums the charges of a member by pair and currency, including refunds, in that order. Settlements are no charges. */
export const chargesByPair = (entries: readonly LedgerEntry[], memberId: string): PairSum[] => {
  const pairs = new Map<string, PairSum>();
  for (const line of statementLines(entries.filter(isCharge), memberId)) {
    const { other, currency, side, amount } = line;
    const name = `${other} ${currency}`;
    const sum = pairs.get(name) ?? { other, currency, owes: 0, owed: 0, net: 0, charges: [] };
    const [owes, owed] = [sum.owes + (side === 'owes' ? amount : 0), sum.owed + (side === 'owed' ? amount : 0)];
    pairs.set(name, { ...sum, owes, owed, net: owed - owes, charges: [...sum.charges, line] });
  }
  return [...pairs].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
};
