import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { SavedList, SavedTitle } from '../domain/lists/saved-lists.ts';
import { changeLists, readLists } from './saved-list-store.ts';
import { deleteList, removeTitle, savedIn, savedTitles, saveTitle } from './saved-title-store.ts';
import { type SavedUnion, savedUnion } from './saved-union.ts';

/** Stores the lists of patrons and the titles in them. */
export const patronLists = (table: Table) => ({
  /** Returns the lists of a patron, the oldest first. */
  read: async (patronId: string): Promise<readonly SavedList[]> =>
    (await readLists(table, patronId, { strong: true })).lists,
  /** Writes a change of a patron's lists, together with other writes; or returns why it is refused. */
  change: <R extends string>(
    patronId: string,
    change: (lists: readonly SavedList[]) => readonly SavedList[] | R,
    beside?: Write[],
  ) => changeLists<R>(table, patronId, change, beside),
  delete: (patronId: string, listId: string) => deleteList(table, patronId, listId),
  titles: (patronId: string, listId: string): Promise<SavedTitle[]> => savedTitles(table, patronId, listId),
  /** Returns those of these lists in which a title of one of these records is saved. */
  containing: async (
    patronId: string,
    listIds: readonly string[],
    recordIds: readonly string[],
  ): Promise<ReadonlySet<string>> =>
    new Set((await savedIn(table, patronId, listIds, recordIds)).map(({ listId }) => listId)),
  save: (patronId: string, title: SavedTitle, recordIds: readonly string[]) =>
    saveTitle(table, patronId, title, recordIds),
  remove: (patronId: string, listId: string, recordIds: readonly string[]) =>
    removeTitle(table, patronId, listId, recordIds),
  /** Returns the current union record of a saved record id. */
  unionOf: (recordId: string): Promise<SavedUnion> => savedUnion(table, recordId),
});

export type PatronLists = ReturnType<typeof patronLists>;
