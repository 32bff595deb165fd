import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId, splitExactly } from '../../../../layers/kernel/money/split.ts';
import type { ReportLine, SplitKey } from '../usage-report/model.ts';
import { comparedBy } from './compared.ts';
import { type BillException, meteredKinds, type Reconciliation } from './reconciliation.ts';

/** What a difference adds to the month of each member, exact to 1e-12; negative where it takes away. */
export type Effect = { member: string; amount: Exact }[];

/** The amount that each member's lines have in a row of the reconciliation. */
const weightsOfRow = (lines: readonly ReportLine[], service: string): Map<string, bigint> => {
  const weights = new Map<string, bigint>();
  for (const { member, charges } of lines) {
    const own = sumExact(charges.flatMap(({ meter, amount }) => (comparedBy[meter].name === service ? [amount] : [])));
    if (own > 0n) weights.set(member, (weights.get(member) ?? 0n) + own);
  }
  return weights;
};

const isOfMeteredUse = ({ kind, category }: BillException): boolean =>
  kind === 'restated'
    ? category === 'usage'
    : kind !== 'not-metered' && kind !== 'unknown' && meteredKinds.some((one) => one === kind);

/**
 * Returns what a difference does to each member: a difference from metered use follows the use of its service, as the factor does;
 * everything else is shared by the agreed key. The parts sum to the difference.
 */
export const effectOnMembers = (
  exception: BillException,
  { lines, key, reconciliation }: { lines: readonly ReportLine[]; key: SplitKey; reconciliation: Reconciliation },
): Effect => {
  if (exception.kind === 'small-together') return [];
  const hasRow = reconciliation.rows.some(({ service }) => service === exception.service);
  const byUse = hasRow && isOfMeteredUse(exception) ? weightsOfRow(lines, exception.service) : new Map();
  const weights: ReadonlyMap<string, bigint> =
    byUse.size > 0 ? byUse : new Map([...key.weights].map(([member, weight]) => [member, BigInt(weight)]));
  return [...splitExactly(exception.difference, weights)]
    .filter(([, amount]) => amount !== 0n)
    .map(([member, amount]) => ({ member, amount }))
    .toSorted((a, b) => byId(a.member, b.member));
};
