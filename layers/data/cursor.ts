import * as z from 'zod';
import type { Query, Table } from './table.ts';

const part = z.string().min(1).max(2048);
const startSchema = z.strictObject({
  pk: part,
  sk: part,
  gsi1pk: part.optional(),
  gsi1sk: part.optional(),
  gsi2pk: part.optional(),
  gsi2sk: part.optional(),
});
type Start = z.infer<typeof startSchema>;

/** Which page of a list: how many rows, and the opaque cursor that the page before gave. */
export type PageWish = { limit: number; after?: string | undefined };

/** A page of a list; `next` is the cursor of the following one. */
export type CursorPage<T> = { rows: T[]; next?: string };

const decode = (cursor: string): Start | undefined => {
  try {
    return startSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
};

/**
 * One page of a query. A cursor is taken only for the very partition that is queried, and that partition comes from the
 * request's own permission: so a cursor made by hand reads nothing that its maker may not read, and needs no signature.
 * Gives 'bad-cursor' for one that is not ours or belongs to another list.
 */
export const readPage = async <T>(
  table: Table,
  query: Omit<Query, 'limit' | 'after'>,
  wish: PageWish,
  read: (item: Record<string, unknown>) => T,
): Promise<CursorPage<T> | 'bad-cursor'> => {
  const start = wish.after === undefined ? undefined : decode(wish.after);
  const home = query.index ? start?.[`${query.index}pk`] : start?.pk;
  if (wish.after !== undefined && home !== query.partition) return 'bad-cursor';
  const page = await table.query({ ...query, limit: wish.limit, ...(start ? { after: start } : {}) });
  const next = page.next && Buffer.from(JSON.stringify(page.next)).toString('base64url');
  return { rows: page.items.map(read), ...(next ? { next } : {}) };
};
