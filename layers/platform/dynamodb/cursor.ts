import * as z from 'zod';
import { readOpaque, writeOpaque } from '../../kernel/text/opaque-json.ts';
import type { Query, Table } from './table.ts';

// DynamoDB's limit for a sort key in bytes, which our partition keys obey too: a longer cursor is not ours.
const longest = 1024;
const part = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= longest);
const startSchema = z.record(z.string(), part);

/** The requested page of a list: the number of rows, and the opaque cursor that the previous page returned. */
export type PageRequest = { limit: number; after?: string | undefined };

/** A page of a list; `next` is the cursor of the following page. */
export type CursorPage<T> = { rows: T[]; next?: string };

type PagedQuery = Omit<Query, 'limit' | 'after'>;

const decode = (cursor: string): Record<string, string> | undefined => startSchema.safeParse(readOpaque(cursor)).data;

/** Returns the start key when the cursor belongs to this list: its partition and the requested range. */
const startOf = (
  cursor: string,
  { index, partition, begins = '', between }: PagedQuery,
): Record<string, string> | undefined => {
  const start = decode(cursor);
  const [pkName, skName] = index ? [`${index}pk`, `${index}sk`] : ['pk', 'sk'];
  const names = new Set(['pk', 'sk', pkName, skName]);
  if (start === undefined || Object.keys(start).length !== names.size) return undefined;
  const whole = [...names].every((name) => start[name] !== undefined);
  const at = start[skName] ?? '';
  const inRange = at.startsWith(begins) && (between === undefined || (at >= between[0] && at <= between[1]));
  return whole && start[pkName] === partition && inRange ? start : undefined;
};

/**
 * Reads one page of a query. A cursor is accepted only for the queried list, which is derived from the permission of the request: a
 * forged cursor reads nothing that its maker may not read and needs no signature. Returns 'bad-cursor' for a cursor that is malformed or
 * belongs to another list.
 */
export const readPage = async <T>(
  table: Table,
  query: PagedQuery,
  request: PageRequest,
  read: (item: Record<string, unknown>) => T,
): Promise<CursorPage<T> | 'bad-cursor'> => {
  const start = request.after === undefined ? undefined : startOf(request.after, query);
  if (request.after !== undefined && start === undefined) return 'bad-cursor';
  const page = await table.query({ ...query, limit: request.limit, ...(start ? { after: start } : {}) });
  const next = page.next && writeOpaque(page.next);
  return { rows: page.items.map(read), ...(next ? { next } : {}) };
};

/** The key of an item in the queried list, from which the next page starts. */
const keyIn = (item: Record<string, unknown>, { index }: PagedQuery): Record<string, unknown> => {
  const names = ['pk', 'sk', ...(index ? [`${index}pk`, `${index}sk`] : [])];
  return Object.fromEntries(names.map((name) => [name, item[name]]));
};

/** How many items are read at once while filtering. */
const LOOKED_THROUGH = 200;

/**
 * Reads one page of the matching items of a list that is bounded by design. Continues until the page is full or the list ends, so only
 * the last page is short.
 */
export const readMatching = async <T>(
  table: Table,
  query: PagedQuery,
  request: PageRequest,
  { wanted, read }: { wanted: (item: Record<string, unknown>) => boolean; read: (item: Record<string, unknown>) => T },
): Promise<CursorPage<T> | 'bad-cursor'> => {
  const found: Record<string, unknown>[] = [];
  let { after } = request;
  do {
    const page = await readPage(table, query, { limit: LOOKED_THROUGH, after }, (item) => item);
    if (page === 'bad-cursor') return page;
    found.push(...page.rows.filter(wanted));
    after = page.next;
  } while (after !== undefined && found.length <= request.limit);
  const rows = found.slice(0, request.limit);
  const last = rows.at(-1);
  const more = found.length > request.limit && last !== undefined ? writeOpaque(keyIn(last, query)) : after;
  return { rows: rows.map(read), ...(more !== undefined && { next: more }) };
};

/**
 * Reads one page over several queries in sequence, for example the branches of a member. A cursor belongs to one of the queries and
 * continues there; any other is bad. Each empty query costs one read, so keep the queries few.
 */
export const readPages = async <T>(
  table: Table,
  queries: readonly PagedQuery[],
  { limit, after }: PageRequest,
  read: (item: Record<string, unknown>) => T,
): Promise<CursorPage<T> | 'bad-cursor'> => {
  const first = after === undefined ? 0 : queries.findIndex((query) => startOf(after, query) !== undefined);
  if (first === -1) return 'bad-cursor';
  const rows: T[] = [];
  for (const [place, query] of queries.slice(first).entries()) {
    const request = { limit: limit - rows.length, after: place === 0 ? after : undefined };
    const page = await readPage(table, query, request, read);
    if (page === 'bad-cursor') return page;
    rows.push(...page.rows);
    // A full page ends at a row, even the last of its query; the next page starts after it.
    if (page.next !== undefined) return { rows, next: page.next };
  }
  return { rows };
};

/** Maps the rows of a page; passes a bad cursor through. */
export const mapRows = <T, U>(page: CursorPage<T> | 'bad-cursor', turn: (row: T) => U): CursorPage<U> | 'bad-cursor' =>
  page === 'bad-cursor' ? page : { ...page, rows: page.rows.map(turn) };
