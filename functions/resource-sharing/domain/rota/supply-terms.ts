import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { SharingPolicy } from '../sharing-policy.ts';
import type { Candidate } from './rota-factors.ts';

/**
 * The terms of one loan from a branch to another: fee in minor units, transit days, whether both share one group, and
 * whether the supplier is asked last.
 */
export type SupplyTerms = Pick<Candidate, 'cost' | 'transitDays' | 'reciprocal' | 'tier'>;

/** The supplying and the receiving branch. */
export type Way = { from: string; to: string };

// A named branch outweighs its member; two named ends outweigh one.
const closeness = (place: string | undefined, branch: string): number | undefined => {
  if (place === undefined) return 0;
  if (place === branch) return 2;
  return place === memberOfBranch(branch) ? 1 : undefined;
};

/** Finds the most specific entry for a way, the first of equal ones; undefined when none applies. */
export const closest = <T extends { from?: string | undefined; to?: string | undefined }>(
  entries: readonly T[],
  { from, to }: Way,
): T | undefined => {
  let best: { entry: T; score: number } | undefined;
  for (const entry of entries) {
    const [near, far] = [closeness(entry.from, from), closeness(entry.to, to)];
    if (near === undefined || far === undefined) continue;
    if (!best || near + far > best.score) best = { entry, score: near + far };
  }
  return best?.entry;
};

/**
 * Returns the terms on which the branch `from` supplies the branch `to`, by the sharing policy: the most specific fee
 * and courier route, and the groups of both members. Without any group the whole consortium is one.
 */
export const supplyTerms = (policy: SharingPolicy, way: Way): SupplyTerms => {
  const [supplier, requester] = [memberOfBranch(way.from), memberOfBranch(way.to)];
  const groups = Object.values(policy.reciprocalGroups);
  const last = policy.lastResort.some((named) => named === way.from || named === supplier);
  return {
    cost: closest(policy.loanFees, way)?.fee ?? 0,
    transitDays: closest(policy.courierRoutes, way)?.days ?? policy.courierDays,
    reciprocal:
      groups.length === 0 || groups.some((members) => members.includes(supplier) && members.includes(requester)),
    ...(last && { tier: 'last-resort' }),
  };
};
