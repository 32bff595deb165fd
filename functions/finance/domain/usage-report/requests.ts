import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId, splitExactly } from '../../../../layers/kernel/money/split.ts';
import { countsOf } from '../metering/aggregate.ts';
import type { MeteredLine } from '../metering/join.ts';
import type { Quantity } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';
import { meterUse } from './meter-use.ts';
import type { ReportLine } from './model.ts';

/** The cost of one request of a line. */
export type RequestCost = { requestId: string; at: string; because: string; status: number; amount: Exact };

/**
 * Splits a line of own use into its requests: each has its share of every charge by its usage. Requests that are not given (no longer
 * stored, another page) are in `rest`, so that requests and rest sum to the line exactly.
 */
export const openToRequests = (
  line: ReportLine,
  requests: readonly MeteredLine[],
): { requests: RequestCost[]; rest: Exact } => {
  const use = requests.map((request): Map<Meter, Quantity> => meterUse(countsOf(request)));
  const amounts: Exact[] = requests.map(() => 0n);
  for (const { meter, quantity, amount } of line.charges) {
    const given = use.map((one) => one.get(meter) ?? 0n);
    const rest = quantity - sumExact(given);
    // Padded indexes preserve the given order of ties.
    const weights = new Map(given.map((weight, at) => [String(at).padStart(12, '0'), weight]));
    if (amount === 0n) continue;
    for (const [id, share] of splitExactly(amount, weights.set('rest', rest > 0n ? rest : 0n))) {
      if (id !== 'rest') amounts[Number(id)] = (amounts[Number(id)] ?? 0n) + share;
    }
  }
  const rows = requests.map(({ requestId, at, because, status }, index) => {
    return { requestId, at, because, status, amount: amounts[index] ?? 0n };
  });
  return {
    requests: rows.toSorted((a, b) => byId(a.at, b.at) || byId(a.requestId, b.requestId)),
    rest: line.amount - sumExact(amounts),
  };
};
