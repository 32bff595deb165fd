import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { roundMatrix } from '../../../../layers/kernel/money/round-matrix.ts';
import { byId, splitExactly } from '../../../../layers/kernel/money/split.ts';
import { lineKey } from '../usage-report/cells.ts';
import type { Pool, ReportLine, SplitKey } from '../usage-report/model.ts';
import type { ChargeCategory } from './bill-line.ts';
import { comparedBy } from './compared.ts';
import type { BilledOnly, Reconciliation } from './reconciliation.ts';

/** A line of the month calibrated to the bill: `metered` is its amount before. Lines of the pool `billed` were not metered. */
export type CalibratedLine = Omit<ReportLine, 'pool'> & {
  pool: Pool | 'billed';
  metered: Exact;
  /** The bill's category of a line of that pool. */
  billedAs?: ChargeCategory;
};

/** The month as charged: its lines sum to the bill, exactly and, rounded once for each member and line, to the minor unit. */
export type CalibratedMonth = {
  lines: CalibratedLine[];
  total: Exact;
  /** Minor units of the bill, of each member, and of each of its lines in order. */
  rounded: { whole: number; members: Map<string, { total: number; lines: number[] }> };
};

/** Distributes each row's bill over the charges of its meters: one factor per row, the remaining millionths by largest remainder. */
const chargesOf = (lines: readonly ReportLine[], { rows }: Reconciliation): Map<string, Exact> => {
  const weights = new Map<string, Map<string, bigint>>();
  for (const [at, line] of lines.entries()) {
    for (const { meter, amount } of line.charges) {
      const row = comparedBy[meter].name;
      const own = weights.get(row) ?? new Map<string, bigint>();
      weights.set(row, own.set(`${at} ${meter}`, amount));
    }
  }
  const charged = new Map<string, Exact>();
  for (const { service, billed } of rows) {
    for (const [at, amount] of splitExactly(billed, weights.get(service) ?? new Map())) charged.set(at, amount);
  }
  return charged;
};

/** Shares a billed but unmetered amount by the agreed key: a separate line for each member with a weight. */
const sharedLines = ({ id, cost, category }: BilledOnly, key: SplitKey): CalibratedLine[] => {
  const weights = new Map([...key.weights].map(([member, weight]) => [member, BigInt(weight)]));
  return [...splitExactly(cost, weights)].flatMap(([member, amount]): CalibratedLine[] =>
    (weights.get(member) ?? 0n) > 0n
      ? [
          {
            ...{ category: 'shared', pool: 'billed', member, service: 'platform', operation: id },
            ...{ events: 0, succeeded: 0, charges: [], amount, metered: 0n, billedAs: category },
          },
        ]
      : [],
  );
};

const round = (lines: readonly CalibratedLine[], digits: number): CalibratedMonth['rounded'] => {
  // Ties of largest remainder are resolved by id: the line's name, not its position.
  const named = lines.map(({ pool, ...line }) => ({ ...line, id: `${pool} ${lineKey({ ...line, pool: 'own' })}` }));
  const byMember = Map.groupBy(named, ({ member }) => member);
  const matrix = new Map(
    [...byMember].map(([member, own]) => [member, new Map(own.map(({ id, amount }) => [id, amount]))]),
  );
  const { whole, members } = roundMatrix(matrix, digits);
  const rounded = [...byMember].map(([member, own]): [string, { total: number; lines: number[] }] => {
    const found = members.get(member);
    return [member, { total: found?.total ?? 0, lines: own.map(({ id }) => found?.lines.get(id) ?? 0) }];
  });
  return { whole, members: new Map(rounded.toSorted(([a], [b]) => byId(a, b))) };
};

/**
 * Calibrates the month's lines to its bill: applies each compared row's factor to its lines, and adds billed but unmetered amounts as
 * separate lines, shared by the key. The lines, including unattributed ones, sum to the bill to 1e-12, and after rounding to the minor
 * unit: the difference is 0.00. Takes the reconciled lines, and a key with a weight for at least one member.
 */
export const calibrate = (
  lines: readonly ReportLine[],
  reconciled: Reconciliation,
  key: SplitKey,
  minorDigits = 2,
): CalibratedMonth => {
  const charged = chargesOf(lines, reconciled);
  const own = lines.map((line, at): CalibratedLine => {
    const charges = line.charges.map((charge) => ({ ...charge, amount: charged.get(`${at} ${charge.meter}`) ?? 0n }));
    return { ...line, charges, amount: sumExact(charges.map(({ amount }) => amount)), metered: line.amount };
  });
  const all = [...own, ...reconciled.billedOnly.flatMap((only) => sharedLines(only, key))];
  return { lines: all, total: sumExact(all.map(({ amount }) => amount)), rounded: round(all, minorDigits) };
};
