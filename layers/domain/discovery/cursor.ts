import * as z from 'zod';
import type { After } from './query.ts';
import type { SearchWish } from './search-wish.ts';

/** Works are leafed by place, and the engine goes no further than this: place and page together. */
export const FURTHEST_PLACE = 9_900;

const cursorSchema = z.strictObject({
  /** Which search it belongs to. */
  s: z.string().max(64),
  r: z.boolean(),
  /** The words that the hits fit, when they are not those that were typed. */
  c: z.string().max(1000).exactOptional(),
  /** Behind which sort values, or from which place. */
  a: z.union([
    z.tuple([z.union([z.number(), z.string().max(1000)]), z.string().min(1).max(64)]),
    z.number().int().min(1).max(FURTHEST_PLACE),
  ]),
});

/** Where a page of a search begins, and whether its first page was a relaxed one. */
export type SearchCursor = { search: string; relaxed: boolean; corrected?: string; after: After };

/** A cursor as text. */
export const writeCursor = ({ search, relaxed, corrected, after }: SearchCursor): string => {
  const a = 'from' in after ? after.from : after.behind;
  return Buffer.from(JSON.stringify({ s: search, r: relaxed, c: corrected, a })).toString('base64url');
};

/**
 * Reads a cursor of this search; undefined when it is none or belongs to another. It is not signed: it only says behind
 * which sort values to go on and in which words, every filter comes from the request and its actor anew, so one made by
 * hand shows nothing that its maker could not find by leafing.
 */
export const readCursor = (text: string, search: string): SearchCursor | undefined => {
  try {
    const { data } = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (data?.s !== search) return undefined;
    const after = typeof data.a === 'number' ? { from: data.a } : { behind: data.a };
    return { search, relaxed: data.r, after, ...(data.c === undefined ? {} : { corrected: data.c }) };
  } catch {
    return undefined;
  }
};

type Sorted = { sort: readonly [string | number, string] };

/** Where the next page begins, behind a page of these hits; undefined when it is not full, or as far as works are leafed. */
export const behind = ({ limit, asWorks }: SearchWish, hits: readonly Sorted[], after?: After): After | undefined => {
  const last = hits.at(-1);
  if (last === undefined || hits.length < limit) return undefined;
  if (!asWorks) return { behind: last.sort };
  const from = (after && 'from' in after ? after.from : 0) + limit;
  return from > FURTHEST_PLACE ? undefined : { from };
};
