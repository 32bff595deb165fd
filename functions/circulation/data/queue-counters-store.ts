import * as z from 'zod';
import { absent, type Condition, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type CopyCount, type QueueCounters, shortId } from '../domain/holds/queue-counters.ts';
import { gsi3, indexPartition, key } from './keys.ts';

const SHORT = shortId('').length;

const row = z.object({
  recordId: z.string(),
  order: z.string(),
  last: z.number(),
  copies: z.array(z.string()),
  recountAt: z.string(),
  expiresAt: z.number().exactOptional(),
  v: z.number(),
});

// A count that began before the queue was empty ends within minutes.
const ENDED_RETENTION_MS = 24 * 60 * 60_000;

/** The remainder of counters that are no longer used: their version, so that a count which began before cannot replace a later one. */
const nothingCounted = { order: '', last: 0, copies: [], recountAt: '' };

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

/**
 * The counters of a queue as stored, with the version of their row. Without `counters` they ended, and only the version remains; `expires`
 * when not for long.
 */
export type StoredCounters = { recordId: string; counters?: QueueCounters; expires: boolean; v: number };

const read = (item: unknown): StoredCounters => {
  const { recordId, order, last, copies, recountAt, expiresAt, v } = row.parse(item);
  const known = { recordId, expires: expiresAt !== undefined, v };
  if (order === '') return known;
  const ids = Array.from({ length: order.length / SHORT }, (_, at) => order.slice(at * SHORT, (at + 1) * SHORT));
  return { ...known, counters: { order: ids, last, copies: copies.map(unpacked), recountAt } };
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

/** Returns how many holds wait for a record, as they were counted last. */
export const holdsWaiting = async (table: Table, recordId: string): Promise<number> =>
  (await countersOf(table, [recordId])).get(recordId)?.counters?.order.length ?? 0;

/** From this number on a record is among the most requested: below it, the list would tell of single requests. */
const FEWEST_WAITING = 2;
const WAITING_DIGITS = 8;

const placeAmongRequested = (recordId: string, waiting: number) =>
  waiting < FEWEST_WAITING
    ? {}
    : gsi3('queueCounters', { recordId, waiting: String(waiting).padStart(WAITING_DIGITS, '0') });

/** Reads a place in the list. */
const placeIn = (gsi3sk: unknown): { recordId: string; waiting: number } => {
  const [waiting, recordId = ''] = String(gsi3sk).split('#');
  return { recordId, waiting: Number(waiting) };
};

/** Returns the records for which most holds wait, the most requested first: one read of an index, without patrons. */
export const mostRequested = async (table: Table, limit: number): Promise<{ recordId: string; waiting: number }[]> => {
  const partition = indexPartition('queueCounters', 'gsi3', {});
  const { items } = await table.query({ index: 'gsi3', partition, backwards: true, limit });
  return items.map(({ gsi3sk }) => placeIn(gsi3sk));
};

/** A record for which several holds wait, and its copies that may become available. */
export type RequestedTitle = { recordId: string; waiting: number; copies: CopyCount[] };

/** A list whose pages have no wanted record is read so many pages at once. */
const MOST_PAGES = 20;

/**
 * Returns the wanted ones of the records for which several holds wait, the most requested first, without patrons. A page is made of as many
 * records as asked, so that it may have fewer wanted ones.
 */
export const requestedTitles = async (
  table: Table,
  isWanted: (title: RequestedTitle) => boolean,
  page: PageRequest,
): Promise<CursorPage<RequestedTitle> | 'bad-cursor'> => {
  const query = { index: 'gsi3' as const, partition: indexPartition('queueCounters', 'gsi3', {}), backwards: true };
  let { after } = page;
  for (let read = 1; ; read += 1) {
    const found = await readPage(table, query, { ...page, after }, ({ gsi3sk }) => placeIn(gsi3sk).recordId);
    if (found === 'bad-cursor') return found;
    const counted = await countersOf(table, found.rows);
    const rows = found.rows.flatMap((recordId): RequestedTitle[] => {
      const counters = counted.get(recordId)?.counters;
      return counters ? [{ recordId, waiting: counters.order.length, copies: counters.copies }] : [];
    });
    const wanted = rows.filter(isWanted);
    after = found.next;
    if (wanted.length > 0 || after === undefined || read === MOST_PAGES)
      return { rows: wanted, ...(after !== undefined && { next: after }) };
  }
};

const standsAt = (stored: StoredCounters | undefined): Condition => (stored ? unchanged(stored.v) : absent());

/**
 * Returns the write that replaces or ends the counters of a record at `now` (epoch ms), on condition that nobody else has since they were
 * read; undefined when they would stay the same. The version never starts again while a count may be under way.
 */
export const countersWrite = (
  recordId: string,
  counters: QueueCounters | undefined,
  stored: StoredCounters | undefined,
  now: number,
): Write | undefined => {
  const at = key('queueCounters', { recordId });
  const next = { ...at, ...stamp('queueCounters', (stored?.v ?? 0) + 1), recordId };
  if (counters === undefined) {
    if (!stored || (stored.expires && !stored.counters)) return undefined;
    const expiresAt = Math.floor((now + ENDED_RETENTION_MS) / 1000);
    return { put: { ...next, ...nothingCounted, expiresAt }, when: standsAt(stored) };
  }
  if (stored?.counters && JSON.stringify(stored.counters) === JSON.stringify(counters)) return undefined;
  const { order, last, copies, recountAt } = counters;
  const put = {
    ...next,
    ...placeAmongRequested(recordId, order.length),
    ...{ order: order.join(''), last, copies: copies.map(packed), recountAt },
  };
  return { put, when: standsAt(stored) };
};

/** Returns the write that ends the counters of a record whatever they are, and makes each count that has begun fail. */
export const countersEnded = (recordId: string): Write => ({
  update: key('queueCounters', { recordId }),
  set: { entity: 'queueCounters', schema: 1, recordId, ...nothingCounted },
  remove: ['expiresAt', 'gsi3pk', 'gsi3sk'],
});
