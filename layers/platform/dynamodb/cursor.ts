import * as z from 'zod';
import type { Query, Table } from './table.ts';

// DynamoDB's own limit for a sort key, in bytes, which our partition keys keep as well: what is longer is not ours.
const longest = 1024;
const part = z
  .string()
  .min(1)
  .refine((text) => Buffer.byteLength(text) <= longest);
const startSchema = z.record(z.string(), part);

/** Which page of a list: how many rows, and the opaque cursor that the page before gave. */
export type PageRequest = { limit: number; after?: string | undefined };

/** A page of a list; `next` is the cursor of the following one. */
export type CursorPage<T> = { rows: T[]; next?: string };

type PagedQuery = Omit<Query, 'limit' | 'after'>;

const decode = (cursor: string): Record<string, string> | undefined => {
  try {
    return startSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

/** The key to go on from, when the cursor is of this very list: its partition, and the range of it that is asked for. */
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
 * One page of a query. A cursor is taken only for the very list that is queried, and that list comes from the request's own
 * permission: so a cursor made by hand reads nothing that its maker may not read, and needs no signature. Gives
 * 'bad-cursor' for one that is not ours or belongs to another list.
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
  const next = page.next && cursorOf(page.next);
  return { rows: page.items.map(read), ...(next ? { next } : {}) };
};

const cursorOf = (key: Record<string, unknown>): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key of an item in the list that is queried, from which a page goes on after it. */
const keyIn = (item: Record<string, unknown>, { index }: PagedQuery): Record<string, unknown> => {
  const names = ['pk', 'sk', ...(index ? [`${index}pk`, `${index}sk`] : [])];
  return Object.fromEntries(names.map((name) => [name, item[name]]));
};

/** How many items are read at once while those that are wanted are looked for. */
const LOOKED_THROUGH = 200;

/**
 * One page of the items that are wanted out of a list that is bounded by design: it is read on until the page is full or
 * the list is over, so that only the last page is short.
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
  const more = found.length > request.limit && last !== undefined ? cursorOf(keyIn(last, query)) : after;
  return { rows: rows.map(read), ...(more !== undefined && { next: more }) };
};

/**
 * One page of several queries, one after another: the branches of a member, say. A cursor is of one of them and goes on from
 * there, else it is bad. An empty one costs its query, so they are to be few.
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
    // A page that is full ends at a row, also the last of its query: from there the next goes on.
    if (page.next !== undefined) return { rows, next: page.next };
  }
  return { rows };
};

/** A page with its rows turned into others; a bad cursor stays one. */
export const mapRows = <T, U>(page: CursorPage<T> | 'bad-cursor', turn: (row: T) => U): CursorPage<U> | 'bad-cursor' =>
  page === 'bad-cursor' ? page : { ...page, rows: page.rows.map(turn) };
