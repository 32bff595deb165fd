import * as z from 'zod';
import { absent, type Condition, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type CopyCount, type QueueCounters, shortId } from '../domain/queue-counters.ts';
import { key } from './keys.ts';

const SHORT = shortId('').length;

const row = z.object({
  recordId: z.string(),
  order: z.string(),
  last: z.number(),
  copies: z.array(z.string()),
  recountAt: z.string(),
  v: z.number(),
});

// One line of text for each count: as maps, sixty of them would take the row over 4 KB.
const packed = ({ branchId, location, category, part, ownOnly, copies, free }: CopyCount): string =>
  [copies, free, ownOnly ? 'own' : '', branchId, location, category, part].join('\t');

const unpacked = (line: string): CopyCount => {
  const [copies, free, own, branchId = '', location = '', category = '', ...part] = line.split('\t');
  return {
    ...{ branchId, location, category },
    ...(part.join('\t') !== '' && { part: part.join('\t') }),
    ...{ ownOnly: own === 'own', copies: Number(copies), free: Number(free) },
  };
};

/** The counters of a queue as stored, with the counter of their row. */
export type StoredCounters = { recordId: string; counters: QueueCounters; v: number };

const read = (item: unknown): StoredCounters => {
  const { recordId, order, last, copies, recountAt, v } = row.parse(item);
  const ids = Array.from({ length: order.length / SHORT }, (_, at) => order.slice(at * SHORT, (at + 1) * SHORT));
  return { recordId, counters: { order: ids, last, copies: copies.map(unpacked), recountAt }, v };
};

/** Returns the counters of the queues of records, by record id; a queue that nobody waits in has none. */
export const countersOf = async (
  table: Table,
  recordIds: readonly string[],
  reading: { strong?: boolean } = {},
): Promise<Map<string, StoredCounters>> => {
  const keys = [...new Set(recordIds)].map((recordId) => key('queueCounters', { recordId }));
  const rows = await table.getMany(keys, reading);
  return new Map(rows.flatMap((one) => (one ? [read(one)] : [])).map((stored) => [stored.recordId, stored]));
};

const standsAt = (stored: StoredCounters | undefined): Condition => (stored ? unchanged(stored.v) : absent());

/**
 * Returns the write that replaces or deletes the counters of a record, on condition that nobody else has since they were read; undefined
 * when they would stay the same.
 */
export const countersWrite = (
  recordId: string,
  counters: QueueCounters | undefined,
  stored: StoredCounters | undefined,
): Write | undefined => {
  const at = key('queueCounters', { recordId });
  if (counters === undefined) return stored && { delete: at, when: standsAt(stored) };
  if (stored && JSON.stringify(stored.counters) === JSON.stringify(counters)) return undefined;
  const { order, last, copies, recountAt } = counters;
  const item = { recordId, order: order.join(''), last, copies: copies.map(packed), recountAt };
  const put = { ...at, ...stamp('queueCounters', (stored?.v ?? 0) + 1), ...item };
  return { put, when: standsAt(stored) };
};
