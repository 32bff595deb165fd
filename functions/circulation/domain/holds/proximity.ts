import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type {
  ProximityAdjustment,
  Targeting,
  TransportCost,
} from '../../../../layers/records/policies/domain/targeting.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { closeness, covers, scopeFit } from '../decisions/scope.ts';

type Shelved = Pick<ItemCirculation, 'branchId' | 'category' | 'location'>;

/** An adjusted distance, with the ids of the adjusting lines. */
export type Proximity = { distance: number; adjustedBy: string[] };

/** Returns the unadjusted distance between two branches: the most specific matching pair, otherwise by branch and member. */
export const plainDistance = ({ proximity }: Pick<Targeting, 'proximity'>, from: string, to: string): number => {
  let best: { fit: number; distance: number } | undefined;
  for (const { from: one, to: other, distance, bothWays } of proximity.pairs) {
    const ways = bothWays ? [[one, other] as const, [other, one] as const] : [[one, other] as const];
    for (const [start, end] of ways) {
      const [near, far] = [closeness(start, from), closeness(end, to)];
      if (near === undefined || far === undefined) continue;
      if (best === undefined || near + far > best.fit) best = { fit: near + far, distance };
    }
  }
  // A copy that is already there has the same-branch distance, whatever pair its member defines among its own branches.
  if (from === to && (best === undefined || best.fit < 4)) return proximity.sameBranch;
  if (best) return best.distance;
  return memberOfBranch(from) === memberOfBranch(to) ? proximity.sameMember : proximity.elsewhere;
};

const fitOf = (line: ProximityAdjustment, item: Shelved, from: string, to: string): number | undefined => {
  const parts = [closeness(line.from, from), closeness(line.to, to), scopeFit(line, item)];
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
};

/**
 * Returns the distance of an item at `from` to a pickup branch (C40): the most specific absolute adjustment replaces the plain distance
 * (the first of equals), then every matching relative adjustment is added. Never below 0.
 */
export const proximityOf = (policy: Targeting, item: Shelved, from: string, to: string): Proximity => {
  const fitting = policy.proximity.adjustments.flatMap((line) => {
    const fit = fitOf(line, item, from, to);
    return fit === undefined ? [] : [{ line, fit }];
  });
  const absolute = fitting.filter(({ line }) => line.kind === 'absolute').toSorted((a, b) => b.fit - a.fit)[0]?.line;
  const relative = fitting.flatMap(({ line }) => (line.kind === 'relative' ? [line] : []));
  const start = absolute ? absolute.by : plainDistance(policy, from, to);
  return {
    distance: Math.max(
      0,
      relative.reduce((sum, { by }) => sum + by, start),
    ),
    adjustedBy: [...(absolute ? [absolute] : []), ...relative].map(({ id }) => id),
  };
};

/**
 * Returns the cost of transport between two branches; undefined when the connection is disabled (C41). A disabled pair takes precedence
 * over other lines with a price. The cost within one branch is zero.
 */
export const transportCost = ({ pairs, otherwise }: TransportCost, from: string, to: string): number | undefined => {
  if (from === to) return 0;
  const fitting = pairs.filter((pair) => covers(pair.from, from) && covers(pair.to, to));
  if (fitting.some(({ enabled }) => !enabled)) return undefined;
  const closenessOf = (pair: (typeof pairs)[number]) =>
    (closeness(pair.from, from) ?? 0) + (closeness(pair.to, to) ?? 0);
  const [closest] = fitting.toSorted((one, other) => closenessOf(other) - closenessOf(one));
  return closest ? closest.cost : (otherwise ?? undefined);
};
