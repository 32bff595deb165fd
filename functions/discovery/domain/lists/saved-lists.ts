import * as z from 'zod';

/** How many lists a patron may keep. */
export const MOST_LISTS = 50;
/** How many titles one list may have, and all lists of a patron: they are read, taken along and erased as a whole. */
export const MOST_IN_LIST = 500;
export const MOST_SAVED = 5_000;

/** The id of a list; it names a step of a path in the stored map of lists. */
export const savedListIdSchema = z.string().regex(/^svl_[0-9a-hjkmnp-tv-z]{26}$/);
/** The name that a patron gives a list. */
export const listNameSchema = z.string().trim().min(1).max(100);
/** What a patron notes on a title; an empty one takes the note away. */
export const listNoteSchema = z.string().trim().max(500);

/** A list that a patron keeps. `titles` counts what was put in: two of them may have become one record since. */
export type SavedList = { listId: string; name: string; createdAt: string; titles: number };

/**
 * A title in a list: the union record that it was saved as, which leads to the one it is in now (ADR 77), and its title of
 * then, for when there is nothing else to show.
 */
export type SavedTitle = { listId: string; recordId: string; title: string; addedAt: string; note?: string };

/** Why a list is not made or renamed. */
export type ListRefusal = 'too-many-lists' | 'list-name-taken' | 'unknown-list';

const isNamed = (lists: readonly SavedList[], name: string): boolean =>
  lists.some((list) => list.name.toLowerCase() === name.toLowerCase());

/** A patron's lists with a new one that is empty; or why not. */
export const withNewList = (
  lists: readonly SavedList[],
  list: Omit<SavedList, 'titles'>,
): readonly SavedList[] | ListRefusal => {
  if (lists.length >= MOST_LISTS) return 'too-many-lists';
  return isNamed(lists, list.name) ? 'list-name-taken' : [...lists, { ...list, titles: 0 }];
};

/** A patron's lists, one of them under another name; or why not. */
export const withName = (
  lists: readonly SavedList[],
  listId: string,
  name: string,
): readonly SavedList[] | ListRefusal => {
  const others = lists.filter((list) => list.listId !== listId);
  if (others.length === lists.length) return 'unknown-list';
  return isNamed(others, name)
    ? 'list-name-taken'
    : lists.map((list) => (list.listId === listId ? { ...list, name } : list));
};

/** How many titles a patron's lists have together. */
export const savedInAll = (lists: readonly SavedList[]): number => lists.reduce((sum, { titles }) => sum + titles, 0);

/** Behind which title a page of a list begins; what is taken out meanwhile moves no other. */
export type ListPlace = Pick<SavedTitle, 'addedAt' | 'recordId'>;

const byPlace = (one: ListPlace, other: ListPlace): number =>
  one.addedAt === other.addedAt ? (one.recordId < other.recordId ? -1 : 1) : one.addedAt < other.addedAt ? 1 : -1;

/** The titles of a list as it is read: what was added last comes first. */
export const inListOrder = (titles: readonly SavedTitle[]): SavedTitle[] => titles.toSorted(byPlace);

/** What of a list stands behind a place. Takes and gives the titles in order. */
export const behindPlace = (ordered: readonly SavedTitle[], place: ListPlace): SavedTitle[] =>
  ordered.filter((title) => byPlace(place, title) < 0);

/**
 * The titles of a list that are one record, by all the ids of it: they are shown as the first of them, with the first note
 * that there is. Parted again, each is shown by itself.
 */
export const shownAsOne = (ordered: readonly SavedTitle[], recordIds: readonly string[]): SavedTitle | undefined => {
  const same = ordered.filter(({ recordId }) => recordIds.includes(recordId));
  const [first] = same;
  const note = same.find((title) => title.note !== undefined)?.note;
  return first && { ...first, ...(note !== undefined && { note }) };
};
