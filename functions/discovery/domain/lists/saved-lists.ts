import * as z from 'zod';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';

/** The most lists of a patron. */
export const MOST_LISTS = 50;
/** The most titles of one list, and of all lists of a patron: they are read, moved and erased as a whole. */
export const MOST_IN_LIST = 500;
export const MOST_SAVED = 5_000;

/** The id of a list; it is a path element in the stored map of lists. */
export const savedListIdSchema = z.string().regex(/^svl_[0-9a-hjkmnp-tv-z]{26}$/);
/** The name that a patron gives a list. */
export const listNameSchema = oneLine(100);
/** A patron's note on a title; an empty one deletes the note. */
export const listNoteSchema = someLines(500, 0);

/** A list of a patron. `titles` counts the saved titles, of which two may have become one record since. */
export type SavedList = { listId: string; name: string; createdAt: string; titles: number };

/**
 * A title in a list: the union record under which it was saved, which resolves to its current one (ADR 77), and its title at that time, as
 * a fallback for display.
 */
export type SavedTitle = { listId: string; recordId: string; title: string; addedAt: string; note?: string };

/** The reason why a list is not created or renamed. */
export type ListRefusal = 'too-many-lists' | 'list-name-taken' | 'unknown-list';

const isNamed = (lists: readonly SavedList[], name: string): boolean =>
  lists.some((list) => list.name.toLowerCase() === name.toLowerCase());

/** Returns a patron's lists with a new, empty one; or why that is refused. */
export const withNewList = (
  lists: readonly SavedList[],
  list: Omit<SavedList, 'titles'>,
): readonly SavedList[] | ListRefusal => {
  if (lists.length >= MOST_LISTS) return 'too-many-lists';
  return isNamed(lists, list.name) ? 'list-name-taken' : [...lists, { ...list, titles: 0 }];
};

/** Returns a patron's lists with one renamed; or why that is refused. */
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

/** Returns the number of titles in all lists of a patron. */
export const savedInAll = (lists: readonly SavedList[]): number => lists.reduce((sum, { titles }) => sum + titles, 0);

/** The title after which a page of a list begins; removing titles does not move others. */
export type ListPlace = Pick<SavedTitle, 'addedAt' | 'recordId'>;

const byPlace = (one: ListPlace, other: ListPlace): number =>
  one.addedAt === other.addedAt ? (one.recordId < other.recordId ? -1 : 1) : one.addedAt < other.addedAt ? 1 : -1;

/** Returns the titles of a list in display order: the last added comes first. */
export const inListOrder = (titles: readonly SavedTitle[]): SavedTitle[] => titles.toSorted(byPlace);

/** Returns the titles of a list after a position. Input and output are sorted. */
export const behindPlace = (ordered: readonly SavedTitle[], place: ListPlace): SavedTitle[] =>
  ordered.filter((title) => byPlace(place, title) < 0);

/**
 * Returns the displayed title for those of a list that are one record, by all its ids: the first of them, with the first available note.
 * After a split, each is shown separately.
 */
export const shownAsOne = (ordered: readonly SavedTitle[], recordIds: readonly string[]): SavedTitle | undefined => {
  const same = ordered.filter(({ recordId }) => recordIds.includes(recordId));
  const [first] = same;
  const note = same.find((title) => title.note !== undefined)?.note;
  return first && { ...first, ...(note !== undefined && { note }) };
};
