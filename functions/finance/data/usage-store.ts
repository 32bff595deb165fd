import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { nobodysOwn } from '../../../layers/kernel/usage/usage-line.ts';
import type { CursorPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import type { DailySum } from '../domain/metering/aggregate.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { evidencePacks } from './evidence-packs.ts';
import { key } from './keys.ts';
import { takeBatch, type UsageBatch } from './usage-batch.ts';
import { evidenceInTable } from './usage-evidence.ts';
import { readDay, type StoredDay, syntheticDay } from './usage-items.ts';

/** Stores the use of the platform, by member, day and operation, and the requests behind it. */
export type UsageStore = {
  /** Imports a batch of log lines once. Returns false when it was counted before. `now` in epoch ms. */
  take(batch: UsageBatch, now: number): Promise<boolean>;
  /** Returns a month's use by days: of these members, public use, work for all, and unattributed use. */
  ofMonth(month: string, members: readonly string[]): Promise<StoredDay[]>;
  /** Returns a month's use of one member, or of a pool, by days. */
  ofOne(month: string, member: string): Promise<StoredDay[]>;
  /**
   * Returns a page of the requests behind an operation of a member on a day: from the day's pack once it is packed, when `limit` counts
   * requests; before that from the table, where it counts batches.
   */
  requests(
    line: { day: string; member: string; operation: string },
    pageRequest: { limit: number; after?: string | undefined },
  ): Promise<CursorPage<MeteredLine> | 'bad-cursor'>;
  /** Writes synthetic use, marked as such; repeating it changes nothing. For demos and tests. */
  loadPast(sums: readonly (DailySum & { synthetic: true })[]): Promise<void>;
};

/** The number of partitions read concurrently. */
const AT_ONCE = 8;
/** A transaction takes 100 writes (DynamoDB). */
const IN_ONE = 100;

/** Returns false for use that was first unattributed and then fully corrected to zero. */
const wasUsed = ({ events, counts }: StoredDay): boolean =>
  events !== 0 || Object.values(counts).some((count) => count !== 0);

const monthOf = async (table: Table, month: string, member: string): Promise<StoredDay[]> => {
  const { pk } = key('usageDay', { month, member, day: month, operation: 'any' });
  return (await table.queryAll({ partition: pk })).map(readDay).filter(wasUsed);
};

/** Returns the store of use in the table; with the bucket, also of the requests of packed days. */
export const usageStore = (table: Table, bucket?: Bucket): UsageStore => ({
  take: (batch, now) => takeBatch(table, batch, now),
  ofMonth: async (month, members) => {
    const owners = [...members, ...nobodysOwn];
    return (await mapInBatches(owners, AT_ONCE, (member) => monthOf(table, month, member))).flat();
  },
  ofOne: (month, member) => monthOf(table, month, member),
  requests: async (line, pageRequest) => {
    const packed = bucket && (await evidencePacks(table, bucket).page(line, pageRequest));
    return packed ?? evidenceInTable(table, line, pageRequest);
  },
  loadPast: async (sums) => {
    await mapInBatches(chunks(sums, IN_ONE), AT_ONCE, (some) => table.write(some.map(syntheticDay)));
  },
});
