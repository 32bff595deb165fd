import { type Exact, parseExact } from '../../../../layers/kernel/money/exact.ts';
import { byId, splitExactly } from '../../../../layers/kernel/money/split.ts';
import type { ChargeCategory } from '../cloud-bills/bill-line.ts';
import { comparedBy } from '../cloud-bills/compared.ts';
import type { KnownBill } from '../cloud-bills/reconciliation.ts';
import { unmeteredLineId } from './platform-lines.ts';
import type { SealedShares } from './sealed-use.ts';

/** What a bill costs by row of the comparison; unmetered cost has its kind. */
type RowCost = { category?: ChargeCategory; cost: Exact };
type RowCosts = ReadonlyMap<string, RowCost>;

/** A row of the comparison, or a kind of unmetered cost, with its cost by the earlier and the later bill. */
export type RowChange = { of: string; category?: ChargeCategory; before: Exact; after: Exact };

/** A line of a member by metered use: its part of a row of the comparison. */
type MeteredShare = { row: string; member: string; lineId: string; amount: Exact };

/** Returns the metered amounts that the month was shared by, named: they are sealed as tuples. */
const meteredShares = ({ metered }: SealedShares): MeteredShare[] =>
  metered.map(([row, member, lineId, amount]) => ({ row, member, lineId, amount: parseExact(amount) }));

const add = (costs: Map<string, RowCost>, of: string, { category, cost }: RowCost): void => {
  const sum = (costs.get(of)?.cost ?? 0n) + cost;
  costs.set(of, category ? { category, cost: sum } : { cost: sum });
};

/** Returns the cost of a bill: compared use by row, everything else by kind. */
const costsOfBill = ({ summary }: KnownBill, meters: ReadonlySet<string>): RowCosts => {
  const costs = new Map<string, RowCost>();
  for (const { category, meter, cost } of summary.cells) {
    const isCompared = category === 'usage' && meter !== undefined && meters.has(meter);
    if (isCompared) add(costs, comparedBy[meter].name, { cost });
    else add(costs, unmeteredLineId(category), { category, cost });
  }
  return costs;
};

/** Returns the metered cost by row: the basis of a month that was closed without a bill. */
const costsOfMeters = (shares: SealedShares): RowCosts => {
  const costs = new Map<string, RowCost>();
  for (const { row, amount } of meteredShares(shares)) add(costs, row, { cost: amount });
  return costs;
};

/** Returns the rows whose cost changed, by name. */
export const changesOf = (
  shares: SealedShares,
  { before, after }: { before: KnownBill | undefined; after: KnownBill },
): RowChange[] => {
  const meters = new Set<string>(shares.meters);
  const earlier = before ? costsOfBill(before, meters) : costsOfMeters(shares);
  const later = costsOfBill(after, meters);
  const rows = [...new Set([...earlier.keys(), ...later.keys()])].toSorted(byId);
  return rows.flatMap((of): RowChange[] => {
    const [was, is] = [earlier.get(of), later.get(of)];
    const category = was?.category ?? is?.category;
    const change = { of, before: was?.cost ?? 0n, after: is?.cost ?? 0n };
    if (change.before === change.after) return [];
    return [category ? { ...change, category } : change];
  });
};

/** The amounts of a restatement: of each member by line. */
export type LineAmounts = Map<string, Map<string, Exact>>;

const addAmount = (amounts: LineAmounts, member: string, lineId: string, amount: Exact): void => {
  if (amount === 0n) return;
  const own = amounts.get(member) ?? new Map<string, Exact>();
  amounts.set(member, own.set(lineId, (own.get(lineId) ?? 0n) + amount));
};

/** Shares a change of metered use as it was shared: in proportion to the metered amounts of the row. */
const shareByMeters = (amounts: LineAmounts, difference: Exact, own: readonly MeteredShare[]): void => {
  const nameOf = ({ member, lineId }: MeteredShare): string => JSON.stringify([member, lineId]);
  const parts = splitExactly(difference, new Map(own.map((share) => [nameOf(share), share.amount])));
  for (const share of own) addAmount(amounts, share.member, share.lineId, parts.get(nameOf(share)) ?? 0n);
};

/** Returns the shares of each change by member and line, as the sealed month was shared: unmetered cost by the key. */
export const shareChanges = (shares: SealedShares, changes: readonly RowChange[]): LineAmounts => {
  const key = new Map(shares.key.map(([member, weight]) => [member, BigInt(weight)]));
  const byRow = Map.groupBy(meteredShares(shares), ({ row }) => row);
  const amounts: LineAmounts = new Map();
  for (const { of, category, before, after } of changes) {
    const difference = after - before;
    if (category === undefined) shareByMeters(amounts, difference, byRow.get(of) ?? []);
    else for (const [member, part] of splitExactly(difference, key)) addAmount(amounts, member, of, part);
  }
  return amounts;
};
