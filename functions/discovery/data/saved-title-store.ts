import * as z from 'zod';
import { absent, and, atLeast, below, expectedVersion, present } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { MOST_IN_LIST, MOST_SAVED, type SavedTitle, savedInAll } from '../domain/lists/saved-lists.ts';
import { key, sortPrefix } from './keys.ts';
import { listsItem, patronThere, readLists } from './saved-list-store.ts';

const stored = z.object({
  listId: z.string(),
  recordId: z.string(),
  title: z.string(),
  addedAt: z.string(),
  note: z.string().exactOptional(),
});

/** Titles in one write, beside the row that counts them: a transaction takes a hundred. */
const AT_ONCE = 90;

const keyOf = (patronId: string, { listId, recordId }: { listId: string; recordId: string }) =>
  key('savedTitle', { patronId, listId, recordId });

/** Returns the titles of a patron, of one list or of all, unsorted. */
export const savedTitles = async (table: Table, patronId: string, listId?: string): Promise<SavedTitle[]> => {
  const { pk: partition } = key('patronLists', { patronId });
  const begins = `${sortPrefix('savedTitle')}${listId === undefined ? '' : `${listId}#`}`;
  return (await table.queryAll({ partition, begins, strong: true })).map((row) => stored.parse(row));
};

/** Above this number of lookups, a patron's lists are read as a whole: a lookup costs as much as twenty titles. */
const MOST_LOOKED_UP = 25;

/** Returns the saved titles of these lists that are one of these records. */
export const savedIn = async (
  table: Table,
  patronId: string,
  listIds: readonly string[],
  recordIds: readonly string[],
): Promise<SavedTitle[]> => {
  const places = listIds.flatMap((listId) => recordIds.map((recordId) => ({ listId, recordId })));
  if (places.length > MOST_LOOKED_UP) {
    const all = await savedTitles(table, patronId, listIds.length === 1 ? listIds[0] : undefined);
    return all.filter(({ listId, recordId }) => listIds.includes(listId) && recordIds.includes(recordId));
  }
  const keys = places.map((place) => keyOf(patronId, place));
  return (await table.getMany(keys, { strong: true })).flatMap((row) => (row ? [stored.parse(row)] : []));
};

/** Returns the write that counts titles of a list, when it exists. */
const counted = (
  patronId: string,
  listId: string,
  by: number,
  when = atLeast(`lists.${listId}.titles`, -by),
): Write => ({
  update: key('patronLists', { patronId }),
  add: { [`lists.${listId}.titles`]: by, titles: by },
  when,
});

const noteWrites = (patronId: string, same: readonly SavedTitle[], note: string): Write[] =>
  same.slice(0, AT_ONCE).map((title) => ({
    update: keyOf(patronId, title),
    ...(note === '' ? { remove: ['note'] } : { set: { note } }),
    when: present(),
  }));

const withNote = ({ note: before, ...title }: SavedTitle, note = before): SavedTitle =>
  note === undefined || note === '' ? title : { ...title, note };

/** The reason why a title is not saved in a list. */
export type SavingRefusal = 'unknown-list' | 'list-full' | 'too-many-titles';

const whyNot = async (table: Table, patronId: string, listId: string): Promise<SavingRefusal | undefined> => {
  const { lists } = await readLists(table, patronId, { strong: true });
  const list = lists.find((one) => one.listId === listId);
  if (!list) return 'unknown-list';
  if (list.titles >= MOST_IN_LIST) return 'list-full';
  return savedInAll(lists) >= MOST_SAVED ? 'too-many-titles' : undefined;
};

/**
 * Saves a title in a list of a patron. Takes all ids of its union record: a title saved under one of them does not change, except for a
 * given note. Returns the saved title, or why it was not saved. Throws as `changeLists`.
 */
export const saveTitle = (
  table: Table,
  patronId: string,
  wanted: SavedTitle,
  recordIds: readonly string[],
): Promise<SavedTitle | SavingRefusal> =>
  retryOnConflict('a list', async (): Promise<SavedTitle | SavingRefusal | undefined> => {
    const { listId, note } = wanted;
    const same = await savedIn(table, patronId, [listId], recordIds);
    const [first] = same;
    if (first) {
      const lost = note === undefined ? undefined : await table.write(noteWrites(patronId, same, note));
      return lost ? undefined : withNote(first, note);
    }
    const title = withNote(wanted);
    const hasSpace = and(atLeast(`lists.${listId}.titles`, 0), below(`lists.${listId}.titles`, MOST_IN_LIST));
    const lost = await table.write([
      patronThere(patronId),
      { put: { ...keyOf(patronId, title), ...stamp('savedTitle', 1), ...title }, when: absent() },
      counted(patronId, listId, 1, and(hasSpace, below('titles', MOST_SAVED))),
    ]);
    if (!lost) return title;
    if (lost.conflict.some(({ index }) => index === 0)) throw new TableConflict('the patron is being changed');
    return whyNot(table, patronId, listId);
  });

/** Removes a title from a list, under any of these ids. False when there is no such list. Idempotent. */
export const removeTitle = (
  table: Table,
  patronId: string,
  listId: string,
  recordIds: readonly string[],
): Promise<boolean> =>
  retryOnConflict('a list', async () => {
    const same = await savedIn(table, patronId, [listId], recordIds);
    const { lists } = await readLists(table, patronId, { strong: true });
    if (!lists.some((list) => list.listId === listId)) return false;
    const some = same.slice(0, AT_ONCE);
    if (some.length === 0) return true;
    const gone = some.map((title): Write => ({ delete: keyOf(patronId, title), when: present() }));
    const lost = await table.write([...gone, counted(patronId, listId, -some.length)]);
    return lost || same.length > some.length ? undefined : true;
  });

/**
 * Deletes a list of a patron with its titles. The titles are deleted before the list, and counted: after an interruption it is a shorter
 * list, to be deleted again. False when there is no such list.
 */
export const deleteList = (table: Table, patronId: string, listId: string): Promise<boolean> =>
  retryOnConflict('a list', async () => {
    const { lists, v } = await readLists(table, patronId, { strong: true });
    const list = lists.find((one) => one.listId === listId);
    if (!list) return false;
    const titles = await savedTitles(table, patronId, listId);
    // Otherwise titles that a merge of patrons has still to move would lose their list.
    if (titles.length !== list.titles) return undefined;
    let left = titles;
    while (left.length > AT_ONCE) {
      const gone = left.slice(0, AT_ONCE).map((title): Write => ({ delete: keyOf(patronId, title), when: present() }));
      if (await table.write([...gone, counted(patronId, listId, -AT_ONCE)])) return undefined;
      left = left.slice(AT_ONCE);
    }
    const writes = (titles.length - left.length) / AT_ONCE;
    const rest = lists.filter((one) => one.listId !== listId);
    const lost = await table.write([
      ...left.map((title): Write => ({ delete: keyOf(patronId, title), when: present() })),
      { put: listsItem(patronId, rest, v + writes + 1), when: expectedVersion(v + writes) },
    ]);
    return lost ? undefined : true;
  });
