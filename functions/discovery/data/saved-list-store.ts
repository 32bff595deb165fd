import * as z from 'zod';
import { absent, expectedVersion, present } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { ReturnedRow } from '../../patrons/public/patron-data.ts';
import { type SavedList, savedInAll } from '../domain/lists/saved-lists.ts';
import { key } from './keys.ts';

const stored = z.object({
  lists: z.record(z.string(), z.object({ name: z.string(), createdAt: z.string(), titles: z.number() })),
  v: z.number(),
});

/** A patron's lists as read; `v` is 0 while they have no row. */
export type StoredLists = { lists: readonly SavedList[]; v: number };

/** Refuses to write for a patron who is erased, or merged into another, at the same time. */
export const patronThere = (patronId: string): Write => ({
  check: patronsKeys.key('patronStatus', { patronId }),
  when: present(),
});

/** Returns the row of all of a patron's lists: they are few, and one write counts an added title. */
export const listsItem = (patronId: string, lists: readonly SavedList[], v: number): Item => ({
  ...key('patronLists', { patronId }),
  ...stamp('patronLists', v),
  lists: Object.fromEntries(lists.map(({ listId, ...list }) => [listId, list])),
  titles: savedInAll(lists),
});

const byId = (one: SavedList, other: SavedList): number => (one.listId < other.listId ? -1 : 1);

const storedListsIn = (row: unknown): StoredLists => {
  const { lists, v } = stored.parse(row);
  return {
    lists: Object.entries(lists)
      .map(([listId, list]) => ({ listId, ...list }))
      .toSorted(byId),
    v,
  };
};

/** Returns the lists of a patron, the oldest first. */
export const readLists = async (
  table: Table,
  patronId: string,
  reading: { strong?: boolean } = {},
): Promise<StoredLists> => {
  const row = await table.get(key('patronLists', { patronId }), reading);
  return row ? storedListsIn(row) : { lists: [], v: 0 };
};

/**
 * Writes a change of a patron's lists with a condition that they are as read, together with other writes; or returns why the change is
 * refused. Throws a conflict, to be retried, for a patron who no longer exists.
 */
export const changeLists = <R extends string>(
  table: Table,
  patronId: string,
  change: (lists: readonly SavedList[]) => readonly SavedList[] | R,
  beside: Write[] = [],
): Promise<{ lists: readonly SavedList[] } | { refused: R }> =>
  retryOnConflict('the lists of a patron', async () => {
    const { lists, v } = await readLists(table, patronId, { strong: true });
    const after = change(lists);
    if (typeof after === 'string') return { refused: after };
    const put = { put: listsItem(patronId, after, v + 1), when: expectedVersion(v) };
    const lost = await table.write([patronThere(patronId), put, ...beside]);
    if (lost?.conflict.some(({ index }) => index === 0)) throw new TableConflict('the patron is being changed');
    return lost ? undefined : { lists: after };
  });

/**
 * Adds the lists of a merged patron to those of the surviving one, in one write: a merge may exceed the limit of lists, like any limit.
 * Throws a conflict, to be retried, when one of them is written meanwhile.
 */
export const joinLists = async (table: Table, from: string, to: string): Promise<void> => {
  const [theirs, own] = [await readLists(table, from, { strong: true }), await readLists(table, to, { strong: true })];
  const lost = await table.write([
    { put: listsItem(to, [...own.lists, ...theirs.lists], own.v + 1), when: expectedVersion(own.v) },
    { delete: key('patronLists', { patronId: from }), when: expectedVersion(theirs.v) },
  ]);
  if (lost) throw new TableConflict('the lists of merged patrons are written at the same moment');
};

/** Returns what gives lists that came from a merged patron back; undefined when one of them has other titles or is gone since. */
export const returnLists: ReturnedRow['find'] = async ({ table, from, to }, { row }) => {
  const theirs = storedListsIn(row).lists;
  const now = await readLists(table, to, { strong: true });
  const isSame = (list: SavedList) =>
    now.lists.some(({ listId, titles }) => listId === list.listId && titles === list.titles);
  if (!theirs.every(isSame)) return undefined;
  const left = now.lists.filter(({ listId }) => !theirs.some((one) => one.listId === listId));
  return {
    writes: [
      { put: listsItem(to, left, now.v + 1), when: expectedVersion(now.v) },
      { put: listsItem(from, theirs, 1), when: absent() },
    ],
  };
};
