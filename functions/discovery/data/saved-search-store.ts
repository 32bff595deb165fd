import * as z from 'zod';
import { absent, expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import type { ReturnedRow } from '../../patrons/public/patron-data.ts';
import type { ArrivalReport } from '../domain/searches/arrival-report.ts';
import { alerts, firstDue, type SavedSearch } from '../domain/searches/saved-searches.ts';
import { gsi2, indexPartition, key } from './keys.ts';
import { patronThere } from './saved-list-store.ts';

const search = z.object({
  name: z.string(),
  query: z.string(),
  alert: z.enum(alerts),
  createdAt: z.string(),
  lookedOn: z.string(),
});
const stored = z.object({ searches: z.record(z.string(), search), v: z.number() });
const reportSchema = z.object({
  noticeId: z.string(),
  at: z.string(),
  found: z.array(z.object({ searchId: z.string(), count: z.number(), recordIds: z.array(z.string()) })),
});

/** A patron's saved searches as read; `v` is 0 while they have no row. */
export type StoredSearches = { searches: readonly SavedSearch[]; v: number };

/** The number of partitions of the alerts: all patrons with one are in them. */
export const ALERT_SHARDS = 4;
const shardOf = (patronId: string): string => String((patronId.charCodeAt(patronId.length - 1) || 0) % ALERT_SHARDS);

/** Returns the row of all of a patron's searches, listed under the day of the next look while any has an alert. */
export const searchesItem = (
  patronId: string,
  searches: readonly SavedSearch[],
  v: number,
  more: { report?: ArrivalReport | undefined; member?: string } = {},
): Item => {
  const due = firstDue(searches);
  return {
    ...key('savedSearches', { patronId }),
    ...(due !== undefined && gsi2('savedSearches', { shard: shardOf(patronId), due, patronId })),
    ...stamp('savedSearches', v),
    searches: Object.fromEntries(searches.map(({ searchId, ...one }) => [searchId, one])),
    ...(more.report && { report: more.report, member: more.member }),
  };
};

const searchesIn = (row: unknown): StoredSearches => {
  const { searches, v } = stored.parse(row);
  const all = Object.entries(searches).map(([searchId, one]) => ({ searchId, ...one }));
  return { searches: all.toSorted((one, other) => (one.searchId < other.searchId ? -1 : 1)), v };
};

/** Returns the report in a row of saved searches; undefined when its last write found none. */
export const reportIn = (row: Record<string, unknown> | undefined): ArrivalReport | undefined =>
  row?.report === undefined ? undefined : reportSchema.parse(row.report);

/** Returns the saved searches of a patron, the oldest first. */
export const readSearches = async (table: Table, patronId: string): Promise<StoredSearches> => {
  const row = await table.get(key('savedSearches', { patronId }), { strong: true });
  return row ? searchesIn(row) : { searches: [], v: 0 };
};

/** Stores the saved searches of patrons. */
export const savedSearches = (table: Table) => ({
  read: (patronId: string): Promise<StoredSearches> => readSearches(table, patronId),
  /**
   * Writes a change of a patron's searches with a condition that they are as read, together with other writes; or returns why the change
   * is refused. Throws a conflict, to be retried, for a patron who no longer exists.
   */
  change: <R extends string>(
    patronId: string,
    change: (searches: readonly SavedSearch[]) => readonly SavedSearch[] | R,
    beside: Write[] = [],
  ): Promise<{ searches: readonly SavedSearch[] } | { refused: R }> =>
    retryOnConflict('the saved searches of a patron', async () => {
      const { searches, v } = await readSearches(table, patronId);
      const after = change(searches);
      if (typeof after === 'string') return { refused: after };
      const put = { put: searchesItem(patronId, after, v + 1), when: expectedVersion(v) };
      const lost = await table.write([patronThere(patronId), put, ...beside]);
      if (lost?.conflict.some(({ index }) => index === 0)) throw new TableConflict('the patron is being changed');
      return lost ? undefined : { searches: after };
    }),
  /** Lists patrons of a shard whose alerts are due on a day, the longest due first. */
  due: async (shard: number, today: string, limit: number): Promise<string[]> => {
    const partition = indexPartition('savedSearches', 'gsi2', { shard: String(shard) });
    // `~` sorts after whatever follows the day in a sort key.
    const between: [string, string] = ['0', `${today}~`];
    const { items } = await table.query({ index: 'gsi2', partition, between, limit });
    return items.map(({ gsi2sk }) => String(gsi2sk).slice(today.length + 1));
  },
  /** Writes a look at a patron's searches with what it found; does nothing when they were written since they were read. */
  look: async (
    patronId: string,
    { searches, v }: StoredSearches,
    more: { report: ArrivalReport | undefined; member: string },
  ): Promise<void> => {
    await table.write([{ put: searchesItem(patronId, searches, v + 1, more), when: expectedVersion(v) }]);
  },
});
export type SavedSearches = ReturnType<typeof savedSearches>;

/**
 * Adds the searches of a merged patron to those of the surviving one, in one write: a merge may exceed the limit of searches, like any
 * limit. Throws a conflict, to be retried, when one of them is written meanwhile.
 */
export const joinSearches = async (table: Table, from: string, to: string): Promise<void> => {
  const [theirs, own] = [await readSearches(table, from), await readSearches(table, to)];
  const lost = await table.write([
    { put: searchesItem(to, [...own.searches, ...theirs.searches], own.v + 1), when: expectedVersion(own.v) },
    { delete: key('savedSearches', { patronId: from }), when: expectedVersion(theirs.v) },
  ]);
  if (lost) throw new TableConflict('the searches of merged patrons are written at the same moment');
};

/** Returns what gives searches that came from a merged patron back, as they are now; undefined when one of them was removed since. */
export const returnSearches: ReturnedRow['find'] = async ({ table, from, to }, { row }) => {
  const ids = searchesIn(row).searches.map(({ searchId }) => searchId);
  const now = await readSearches(table, to);
  const theirs = now.searches.filter(({ searchId }) => ids.includes(searchId));
  if (theirs.length < ids.length) return undefined;
  const left = now.searches.filter(({ searchId }) => !ids.includes(searchId));
  return {
    writes: [
      { put: searchesItem(to, left, now.v + 1), when: expectedVersion(now.v) },
      { put: searchesItem(from, theirs, 1), when: absent() },
    ],
  };
};
