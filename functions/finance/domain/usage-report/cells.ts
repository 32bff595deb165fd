import { splitRow } from '../../../../layers/kernel/money/split.ts';
import { combine, type DailySum } from '../metering/aggregate.ts';
import { ofDecimal, type Quantity } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';
import type { IdleCost } from './idle-readings.ts';
import { meterUse } from './meter-use.ts';
import type { Category, Pool, ReportLine, SplitKey } from './model.ts';

/** A line before pricing. */
export type Cell = Omit<ReportLine, 'charges' | 'amount'> & { use: Map<Meter, Quantity> };

const categoryOf: Record<Pool, Category> = {
  own: 'direct',
  'public-use': 'shared',
  consortium: 'shared',
  idle: 'idle',
  unattributed: 'unattributed',
};

const poolOf = (member: string): Pool =>
  member === 'public-use' || member === 'consortium' || member === 'unattributed' ? member : 'own';

/** Returns the unique key of a line in a report. */
export const lineKey = (line: Pick<ReportLine, 'pool' | 'member' | 'service' | 'operation'>): string =>
  JSON.stringify([line.pool, line.member, line.service, line.operation]);

/** The members with a weight in the key of pools, in order. */
type Sharers = { members: readonly string[]; weights: readonly bigint[] };

const sharersOf = (weights: SplitKey['weights']): Sharers => {
  const sharing = [...weights].filter(([, weight]) => weight > 0);
  return { members: sharing.map(([member]) => member), weights: sharing.map(([, weight]) => BigInt(weight)) };
};

/** Splits a pool's line into one line per member, use and events by the key so that the parts sum to the pool. */
const share = (cell: Cell, { members, weights }: Sharers): Cell[] => {
  const split = (total: bigint) => splitRow(total, weights, (at) => members[at] ?? '');
  const [events, succeeded] = [split(BigInt(cell.events)), split(BigInt(cell.succeeded))];
  const use = [...cell.use].map(([meter, quantity]) => ({ meter, parts: split(quantity) }));
  return members.map((member, at) => ({
    ...cell,
    member,
    events: Number(events[at] ?? 0n),
    succeeded: Number(succeeded[at] ?? 0n),
    use: new Map(use.map(({ meter, parts }) => [meter, parts[at] ?? 0n])),
  }));
};

const metered = (sum: DailySum, hasFirewall: boolean): Cell => {
  const pool = poolOf(sum.member);
  const { member, service, operation, events, succeeded } = sum;
  const use = meterUse(sum.counts);
  // Every request to the edge counts on the firewall's meter; without a firewall it is not billed.
  if (!hasFirewall) use.delete('waf-request');
  return { category: categoryOf[pool], pool, member, service, operation, events, succeeded, use };
};

/** Returns whether a firewall was deployed in the month: its web ACL is then among the idle costs. */
const firewallStood = (costs: readonly IdleCost[]): boolean =>
  costs.some(({ meter, quantity }) => meter === 'waf-acl' && ofDecimal(quantity) > 0n);

/** Returns idle costs as lines, one per id. */
const idleCells = (costs: readonly IdleCost[]): Cell[] => {
  const uses = new Map<IdleCost['id'], Map<Meter, Quantity>>();
  for (const { id, meter, quantity } of costs) {
    const use = uses.get(id) ?? new Map<Meter, Quantity>();
    uses.set(id, use.set(meter, (use.get(meter) ?? 0n) + ofDecimal(quantity)));
  }
  return [...uses].map(([operation, use]) => ({
    category: 'idle',
    pool: 'idle',
    member: '',
    service: 'platform',
    operation,
    events: 0,
    succeeded: 0,
    use,
  }));
};

/**
 * Returns all lines of a month before pricing: own use unchanged, pools split by the key, an idle line by its own key if any. Days are
 * summed to the month.
 */
export const cellsOf = (sums: readonly DailySum[], idleCosts: readonly IdleCost[], key: SplitKey): Cell[] => {
  const months = combine(sums.map((sum) => ({ ...sum, day: sum.day.slice(0, 7) })));
  const [hasFirewall, sharers] = [firewallStood(idleCosts), sharersOf(key.weights)];
  const ofLine = new Map<string, Sharers>([...(key.lines ?? [])].map(([line, weights]) => [line, sharersOf(weights)]));
  return [...months.map((sum) => metered(sum, hasFirewall)), ...idleCells(idleCosts)].flatMap((cell) => {
    if (cell.pool === 'own') return [cell];
    return share(cell, (cell.pool === 'idle' ? ofLine.get(cell.operation) : undefined) ?? sharers);
  });
};
