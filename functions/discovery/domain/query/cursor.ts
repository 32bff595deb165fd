import * as z from 'zod';
import { readOpaque, writeOpaque } from '../../../../layers/kernel/text/opaque-json.ts';
import type { After } from './query.ts';
import { LONGEST_QUERY, type SearchParameters, type Sort } from './search-parameters.ts';

/** Works are paged by position, limited by the engine: position and page size together. */
export const FURTHEST_PLACE = 9_900;

/** The kind of value after which a list continues: a score, a number such as a year, or a text of the sort order; or a position. */
type Behind = 'score' | 'year' | 'text' | 'place';

// The engine rejects a value of another kind than the order's, and a score outside its number range.
const MOST_SCORE = 3e38;
const sortValue = {
  score: z.number().min(-MOST_SCORE).max(MOST_SCORE),
  year: z.int32(),
  text: z.string().max(1000),
} as const;

const cursorSchema = <A extends z.ZodType>(a: A) =>
  z.strictObject({
    /** The search of the cursor. */
    s: z.string().max(64),
    r: z.boolean(),
    /** The words that the hits match, when they differ from those typed: as long as a query may become with other spellings. */
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
  arrived: 'year',
  oldest: 'year',
  title: 'text',
  author: 'text',
  callNumber: 'text',
};

/** Returns the kind of value after which a later page continues. Works use positions, as the engine has no later pages for them. */
export const leafingOf = ({ sort, asWorks }: Pick<SearchParameters, 'sort' | 'asWorks'>): Behind =>
  asWorks ? 'place' : behindOf[sort];

/** The start of a page of a search, and whether its first page was a relaxed one. */
export type SearchCursor = { search: string; relaxed: boolean; corrected?: string; after: After };

/** Encodes a cursor. */
export const writeCursor = ({ search, relaxed, corrected, after }: SearchCursor): string => {
  const a = 'from' in after ? after.from : after.behind;
  return writeOpaque({ s: search, r: relaxed, c: corrected, a });
};

/**
 * Decodes a cursor of this search with values of this kind; undefined when it is invalid, or of another search or kind. It is not signed:
 * it only states the sort values after which to continue and the words. Every filter is computed again from the request and its actor, so a
 * forged cursor shows nothing that its author could not find by paging.
 */
export const readCursor = (text: string, search: string, leafing: Behind): SearchCursor | undefined => {
  const { data } = cursors[leafing].safeParse(readOpaque(text));
  if (data?.s !== search) return undefined;
  return { search, relaxed: data.r, after: data.a, ...(data.c === undefined ? {} : { corrected: data.c }) };
};

type Sorted = { sort: readonly [string | number, string] };

/** Returns the start of the page after these hits; undefined when this page is not full, or at the limit for works. */
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
