import * as z from 'zod';
import type { After } from './query.ts';

const cursorSchema = z.strictObject({
  /** Which search it belongs to. */
  s: z.string().max(64),
  r: z.boolean(),
  a: z.tuple([z.union([z.number(), z.string().max(1000)]), z.string().min(1).max(64)]),
});

/** Where a page of a search begins, and whether its first page was a relaxed one. */
export type SearchCursor = { search: string; relaxed: boolean; after: After };

/** A cursor as text. */
export const writeCursor = ({ search, relaxed, after }: SearchCursor): string =>
  Buffer.from(JSON.stringify({ s: search, r: relaxed, a: after })).toString('base64url');

/**
 * Reads a cursor of this search; undefined when it is none or belongs to another. It is not signed: it only says behind
 * which sort values to go on, every filter comes from the request and its actor anew, so one made by hand shows nothing
 * that its maker could not find by leafing.
 */
export const readCursor = (text: string, search: string): SearchCursor | undefined => {
  try {
    const { data } = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return data?.s === search ? { search, relaxed: data.r, after: data.a } : undefined;
  } catch {
    return undefined;
  }
};
