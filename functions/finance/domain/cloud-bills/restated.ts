import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { ChargeCategory } from './bill-line.ts';
import { comparedBy } from './compared.ts';
import type { BillException, KnownBill } from './reconciliation.ts';
import type { BillCell, BillSummary } from './summary.ts';

type Piece = { service: string; category: ChargeCategory; usageType: string; day: string; difference: Exact };

const nameOf = ({ category, service, meter }: BillCell): string =>
  category === 'usage' && meter !== undefined ? comparedBy[meter].name : service;

/** Returns the changes of each cell between two bills: by service, category, usage type and day. */
const piecesOf = (before: BillSummary, after: BillSummary): Piece[] => {
  const pieces = new Map<string, Piece>();
  const add = (cell: BillCell, amount: Exact): void => {
    const { category, usageType, from, until } = cell;
    const service = nameOf(cell);
    const id = [service, category, usageType, from, until].join('\n');
    const known = pieces.get(id) ?? { service, category, usageType, day: from, difference: 0n };
    pieces.set(id, { ...known, difference: known.difference + amount });
  };
  for (const cell of before.cells) add(cell, -cell.cost);
  for (const cell of after.cells) add(cell, cell.cost);
  return [...pieces]
    .toSorted(([a], [b]) => byId(a, b))
    .flatMap(([, piece]) => (piece.difference === 0n ? [] : [piece]));
};

const sumOf = (pieces: readonly Piece[]): Exact => sumExact(pieces.map(({ difference }) => difference));
/** Returns whether nothing cancels out: all pieces increased, or all decreased. */
const isOneWay = (pieces: readonly Piece[]): boolean =>
  new Set(pieces.map(({ difference }) => difference > 0n)).size <= 1;

type Named = { id: string; pieces: Piece[]; more: Pick<BillException, 'usageType' | 'day'> };

/**
 * Returns the pieces of a service and category as they are named: together when all have one sign, otherwise by usage type, then by day.
 */
const namedOf = (id: string, pieces: Piece[]): Named[] => {
  if (isOneWay(pieces)) return [{ id, pieces, more: {} }];
  return [...Map.groupBy(pieces, ({ usageType }) => usageType)].flatMap(([usageType, own]): Named[] => {
    const named = `${id}:${usageType}`;
    if (isOneWay(own)) return [{ id: named, pieces: own, more: { usageType } }];
    return [...Map.groupBy(own, ({ day }) => day)].map(([day, ofDay]) => ({
      ...{ id: `${named}:${day}`, pieces: ofDay, more: { usageType, day } },
    }));
  });
};

const changes = (earlier: BillSummary, { billId, summary: later }: KnownBill): BillException[] => {
  const parts = Map.groupBy(piecesOf(earlier, later), ({ service, category }) => `${service}:${category}`);
  return [...parts].flatMap(([part, pieces]): BillException[] =>
    namedOf(`restated:${billId}:${part}`, pieces).flatMap(({ id, pieces: own, more }) => {
      const [first] = own;
      if (first === undefined) return [];
      const { service, category } = first;
      return [{ id, kind: 'restated', service, category, billId, ...more, difference: sumOf(own) }];
    }),
  );
};

/**
 * Returns the differences of each bill of a month from the previous one: by service and category, and in more detail where they would
 * cancel out. Takes the bills in order of arrival.
 */
export const restatements = (bills: readonly KnownBill[]): BillException[] =>
  bills.slice(1).flatMap((bill, at) => {
    const earlier = bills[at];
    return earlier ? changes(earlier.summary, bill) : [];
  });
