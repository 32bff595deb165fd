import type { CursorPage } from '../../../../layers/platform/dynamodb/cursor.ts';

/** How many entries of a list are shown. */
export const SHOWN = 10;

/** A list of the day: how many of it were read, whether there are more, and the first of them. */
export type Counted<E> = { count: number; more?: true; entries: E[] };

/** Returns a page as a list of the day. */
export const counted = <T, E>({ rows, next }: CursorPage<T>, entry: (row: T) => E): Counted<E> => ({
  count: rows.length,
  ...(next !== undefined && { more: true as const }),
  entries: rows.slice(0, SHOWN).map(entry),
});
