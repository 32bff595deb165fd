import * as z from 'zod';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { type IdleLine, idleLines } from './idle-readings.ts';
import type { SplitKey } from './model.ts';

const weight = z.int().min(0).max(1_000_000_000);

const partMonths = z.enum(['days', 'whole']).exactOptional();

/**
 * The measures of use: all requests; loans; searches; KB written to the table, which determine its storage; bytes logged; files stored.
 * All of the month itself, by the member that they are metered for.
 */
const uses = {
  requests: ({ events }) => events,
  loans: ({ operation, succeeded }) => (operation === 'circulation-check-out' ? succeeded : 0),
  searches: ({ service, events }) => (service === 'search' ? events : 0),
  'bytes-written': ({ counts }) => counts.writeUnits,
  'bytes-logged': ({ counts }) => counts.logBytes,
  'files-put': ({ counts }) => counts.objectPuts,
} as const satisfies Record<string, (sum: DailySum) => number>;
type Use = keyof typeof uses;

const equal = z.strictObject({ key: z.literal('equal'), partMonths });
const bySize = z.strictObject({
  key: z.literal('size'),
  partMonths,
  sizes: z
    .record(z.string().min(1).max(64), weight)
    .refine((sizes) => Object.values(sizes).some((size) => size > 0), 'One member at least must have a size'),
});
const byUse = z.strictObject({ key: z.literal('use'), of: z.enum(Object.keys(uses) as [Use, ...Use[]]) });
const shareKeySchema = z.discriminatedUnion('key', [equal, bySize, byUse]).meta({ id: 'SharingKey' });
type ShareKey = z.infer<typeof shareKeySchema>;

const lines = { lines: z.partialRecord(z.enum(idleLines), shareKeySchema).exactOptional() };

/**
 * How members share common costs, as the body of a versioned policy: equally; by an agreed size (population, students, budget), with no
 * share for a member without one; or by the use of the month itself. For a month in which a library was a member on some days only,
 * `partMonths` sets a share for those days (default) or a whole one; by use it bears its use. `lines` has the keys of idle costs to be
 * split differently, e.g. the search domain by searches, the table's storage by bytes written.
 */
export const costSharingSchema = z.discriminatedUnion('key', [
  equal.extend(lines),
  bySize.extend(lines),
  byUse.extend(lines),
]);
export type CostSharing = z.infer<typeof costSharingSchema>;

const countedBy = (sums: readonly DailySum[], of: Use): Map<string, number> => {
  const use = new Map<string, number>();
  for (const sum of sums) use.set(sum.member, (use.get(sum.member) ?? 0) + uses[of](sum));
  // Weights are integers: reads and writes are counted in halves.
  return new Map([...use].map(([member, counted]) => [member, Math.round(counted)]));
};

/** A member with its days of membership in the month. */
export type Sharer = { memberId: string; days: number };

/** Returns weights for part months: by days, unless all were members for equally many, or the policy counts part months as whole. */
const byDays = (
  policy: ShareKey,
  weights: ReadonlyMap<string, number>,
  sharers: readonly Sharer[],
): ReadonlyMap<string, number> => {
  const isWhole = policy.key === 'use' || policy.partMonths === 'whole';
  if (isWhole || new Set(sharers.map(({ days }) => days)).size < 2) return weights;
  return new Map(sharers.map(({ memberId, days }) => [memberId, (weights.get(memberId) ?? 0) * days]));
};

const weightsOf = (
  policy: ShareKey,
  members: readonly string[],
  sums: readonly DailySum[],
): ReadonlyMap<string, number> => {
  const alike = new Map(members.map((member) => [member, 1]));
  if (policy.key === 'equal') return alike;
  const of = policy.key === 'size' ? new Map(Object.entries(policy.sizes)) : countedBy(sums, policy.of);
  const weights = new Map(members.map((member) => [member, Math.max(0, of.get(member) ?? 0)]));
  // A month without use, or without sizes of current members: idle costs must still be paid, in equal shares.
  return [...weights.values()].some((weight) => weight > 0) ? weights : alike;
};

/**
 * Returns the key by which a month's pools are split. Takes the policy in force with its version (default: equal shares), the members
 * with their days and the month's use. A library that was a member on no day has no part; in a month without members, all current ones
 * share the idle costs.
 */
export const splitKey = (
  adopted: { version: number; body: CostSharing } | undefined,
  sharers: readonly Sharer[],
  sums: readonly DailySum[],
): SplitKey => {
  const body: CostSharing = adopted?.body ?? { key: 'equal' };
  const version = adopted === undefined ? 'default' : `cost-sharing/${adopted.version}`;
  const then = sharers.filter(({ days }) => days > 0);
  const bearing = then.length > 0 ? then : sharers;
  const ids = bearing.map(({ memberId }) => memberId);
  const weightsBy = (key: ShareKey) => byDays(key, weightsOf(key, ids, sums), bearing);
  const own = Object.entries(body.lines ?? {}).map(([line, key]) => [line as IdleLine, weightsBy(key)] as const);
  return { name: body.key, version, weights: weightsBy(body), ...(own.length > 0 && { lines: new Map(own) }) };
};

export const costSharingKind = policyKind('cost-sharing', costSharingSchema);
