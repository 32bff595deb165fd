import * as z from 'zod';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { type IdleLine, idleLines } from './idle-readings.ts';
import type { SplitKey } from './model.ts';

const weight = z.int().min(0).max(1_000_000_000);

const partMonths = z.enum(['days', 'whole']).exactOptional();

/**
 * What use is weighed by: all requests; loans made; searches; KB written to the table, which is what its storage grows by; bytes
 * logged; files put. All of the month itself, by whoever they are metered for.
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
 * How members share what is nobody's own, as the body of a versioned policy: all alike; by an agreed size (population, students, budget), where a member without one pays no
 * share; or by the use of the month itself. Of a month in which a library was a member on some days only,
 * `partMonths` says whether it bears a share for those days (unless said) or a whole one; by use it bears what it used. `lines` has the
 * keys of what stands idle and is to be split otherwise, e.g. the search domain by searches, the table's storage by bytes written.
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
  // Weights are whole: reads and writes are counted in halves.
  return new Map([...use].map(([member, counted]) => [member, Math.round(counted)]));
};

/** A member on how many days of the month it was one. */
export type Sharer = { memberId: string; days: number };

/** Weights for part months: by days, unless all were members on as many, or the policy counts part months whole. */
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
  // A month that nobody used, or sizes of none of today's members: what stands must be paid all the same, by all alike.
  return [...weights.values()].some((weight) => weight > 0) ? weights : alike;
};

/**
 * The key by which a month's pools are split. Takes the policy in force with its version (none adopted: all alike), the
 * members with their days and the month's use. Who was no member on any day has no part; in a month that nobody was a member in, all
 * that there are share what stood all the same.
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
