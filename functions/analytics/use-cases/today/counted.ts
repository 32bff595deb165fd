import type { CursorPage } from '../../../../layers/platform/dynamodb/cursor.ts';

/** How many entries of a list are shown. */
export const SHOWN = 10;

/** How many entries of each list are read to count all of it: more are shown as "500+". */
const WHOLE = 500;

/** Returns how many entries of a list are read: as few as its first page needs, or all of it. */
export type Reach = (few: number) => number;
/** When the lists are read (epoch ms), and how far. */
export type Reading = { now: number; reach: Reach };
/** Reads what the first page of Today needs. */
export const firstPage: Reach = (few) => few;
/** Reads whole lists, to count them. */
export const wholeLists: Reach = () => WHOLE;

/** A list of the day: how many of it were read, whether there are more, and the first of them. */
export type Counted<E> = { count: number; more?: true; entries: E[] };

/** Returns a page as a list of the day, with its first entries. */
export const counted = <T, E>({ rows, next }: CursorPage<T>, entry: (row: T) => E, shown = SHOWN): Counted<E> => ({
  count: rows.length,
  ...(next !== undefined && { more: true as const }),
  entries: rows.slice(0, shown).map(entry),
});
