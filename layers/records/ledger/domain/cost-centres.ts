import type { LedgerEntry } from './entry.ts';
import type { EntryKind } from './kinds.ts';

/** A member's charges on a cost centre in a period, and the paid, waived and refunded amounts. Minor units. */
export type CostCentreSum = {
  costCentre: string;
  currency: string;
  charged: number;
  paid: number;
  waived: number;
  givenBack: number;
};

type Column = 'charged' | 'paid' | 'waived' | 'givenBack';
const columnOf: Partial<Record<EntryKind, Column>> = {
  'fine-charged': 'charged',
  'fee-charged': 'charged',
  'lost-item-charged': 'charged',
  'fine-paid': 'paid',
  'lost-item-paid': 'paid',
  'damage-paid': 'paid',
  'fee-paid': 'paid',
  'online-paid': 'paid',
  'charge-waived': 'waived',
  'lost-item-refunded': 'givenBack',
};

/** Returns the amount of an entry in one member's books: the side of its patron receivables. */
const amountAt = ({ lines }: LedgerEntry, member: string): number =>
  lines.find((line) => line.member === member && line.account === 'patron-receivables')?.amount ?? 0;

/**
 * Returns whether a member may see an entry's cost centre: only the member whose bill it is; neither the member whose desk took the
 * money, nor the one whose other bill it paid (that line has its own cause).
 */
export const isCostCentreOf = ({ lines }: Pick<LedgerEntry, 'lines'>, member: string): boolean =>
  lines.some((line) => line.member === member && line.account === 'patron-receivables' && line.causeId === undefined);

/** Returns a member's charges of a period by cost centre, in code order; entries without one are omitted. */
export const byCostCentre = (entries: readonly LedgerEntry[], member: string): CostCentreSum[] => {
  const sums = new Map<string, CostCentreSum>();
  for (const entry of entries) {
    const { costCentre, currency, kind } = entry;
    const column = columnOf[kind];
    const amount = amountAt(entry, member);
    if (costCentre === undefined || column === undefined || amount === 0) continue;
    const name = `${costCentre} ${currency}`;
    const sum = sums.get(name) ?? { costCentre, currency, charged: 0, paid: 0, waived: 0, givenBack: 0 };
    sums.set(name, { ...sum, [column]: sum[column] + amount });
  }
  return [...sums.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
};
