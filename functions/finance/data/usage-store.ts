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

/** What the platform was used for, by member, day and operation, and the requests behind it. */
export type UsageStore = {
  /** Takes a batch of log lines in once. Gives false when it was counted before. `now` in epoch ms. */
  take(batch: UsageBatch, now: number): Promise<boolean>;
  /** A month's use by days: of these members, of the public, of work for all, and of nobody. */
  ofMonth(month: string, members: readonly string[]): Promise<StoredDay[]>;
  /** A month's use of one member, or of a pool, by days. */
  ofOne(month: string, member: string): Promise<StoredDay[]>;
  /**
   * A page of the requests behind an operation of a member on a day: out of the day's pack once it is packed, where `limit`
   * counts requests; before that out of the table, where it counts batches of them.
   */
  requests(
    line: { day: string; member: string; operation: string },
    pageRequest: { limit: number; after?: string | undefined },
  ): Promise<CursorPage<MeteredLine> | 'bad-cursor'>;
  /** Writes use that never happened, marked as synthetic; the same again changes nothing. For demos and tests. */
  loadPast(sums: readonly (DailySum & { synthetic: true })[]): Promise<void>;
};

/** Partitions that are read side by side. */
const AT_ONCE = 8;
/** A transaction takes 100 writes (DynamoDB). */
const IN_ONE = 100;

/** False for what first counted as nobody's and was put right since: nothing is left of it. */
const wasUsed = ({ events, counts }: StoredDay): boolean =>
  events !== 0 || Object.values(counts).some((count) => count !== 0);

const monthOf = async (table: Table, month: string, member: string): Promise<StoredDay[]> => {
  const { pk } = key('usageDay', { month, member, day: month, operation: 'any' });
  return (await table.queryAll({ partition: pk })).map(readDay).filter(wasUsed);
};

/** The use kept in the table; with the bucket, also the requests of days that are packed. */
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
