import * as z from 'zod';
import type { After } from './query.ts';
import { LONGEST_QUERY, type SearchParameters, type Sort } from './search-parameters.ts';

/** Works are leafed by place, and the engine goes no further than this: place and page together. */
export const FURTHEST_PLACE = 9_900;

/** What a list goes on behind: a score, a year, a text by which it is sorted; or from a place. */
type Behind = 'score' | 'year' | 'text' | 'place';

// The engine refuses a value of another kind than the order's, and a score beyond its own kind of number.
const MOST_SCORE = 3e38;
const sortValue = {
  score: z.number().min(-MOST_SCORE).max(MOST_SCORE),
  year: z.int32(),
  text: z.string().max(1000),
} as const;

const cursorSchema = <A extends z.ZodType>(a: A) =>
  z.strictObject({
    /** Which search it belongs to. */
    s: z.string().max(64),
    r: z.boolean(),
    /** The words that the hits fit, when they are not those that were typed: as long as a query may become by another spelling. */
    c: z
      .string()
      .max(2 * LONGEST_QUERY)
      .exactOptional(),
    a,
  });

const behindValue = (value: z.ZodType<string | number>) =>
  cursorSchema(z.tuple([value, z.string().min(1).max(64)]).transform((behind): After => ({ behind })));

const cursors = {
  score: behindValue(sortValue.score),
  year: behindValue(sortValue.year),
  text: behindValue(sortValue.text),
  place: cursorSchema(
    z
      .int()
      .min(1)
      .max(FURTHEST_PLACE)
      .transform((from): After => ({ from })),
  ),
} as const satisfies Record<Behind, z.ZodType>;

const behindOf: Readonly<Record<Sort, Behind>> = {
  relevance: 'score',
  newest: 'year',
  oldest: 'year',
  title: 'text',
  author: 'text',
  callNumber: 'text',
};

/** What a later page of a search goes on behind. Works have places: the engine gives none behind one. */
export const leafingOf = ({ sort, asWorks }: Pick<SearchParameters, 'sort' | 'asWorks'>): Behind =>
  asWorks ? 'place' : behindOf[sort];

/** Where a page of a search begins, and whether its first page was a relaxed one. */
export type SearchCursor = { search: string; relaxed: boolean; corrected?: string; after: After };

/** A cursor as text. */
export const writeCursor = ({ search, relaxed, corrected, after }: SearchCursor): string => {
  const a = 'from' in after ? after.from : after.behind;
  return Buffer.from(JSON.stringify({ s: search, r: relaxed, c: corrected, a })).toString('base64url');
};

/**
 * Reads a cursor of this search, which goes on behind values of this kind; undefined when it is none, belongs to another or goes on
 * behind something else. It is not signed: it only says behind
 * which sort values to go on and in which words, every filter comes from the request and its actor anew, so one made by
 * hand shows nothing that its maker could not find by leafing.
 */
export const readCursor = (text: string, search: string, leafing: Behind): SearchCursor | undefined => {
  try {
    const { data } = cursors[leafing].safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (data?.s !== search) return undefined;
    return { search, relaxed: data.r, after: data.a, ...(data.c === undefined ? {} : { corrected: data.c }) };
  } catch {
    return undefined;
  }
};

type Sorted = { sort: readonly [string | number, string] };

/** Where the next page begins, behind a page of these hits; undefined when it is not full, or as far as works are leafed. */
export const behind = (
  { limit, asWorks }: SearchParameters,
  hits: readonly Sorted[],
  after?: After,
): After | undefined => {
  const last = hits.at(-1);
  if (last === undefined || hits.length < limit) return undefined;
  if (!asWorks) return { behind: last.sort };
  const from = (after && 'from' in after ? after.from : 0) + limit;
  return from > FURTHEST_PLACE ? undefined : { from };
};
