import * as z from 'zod';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { key } from './keys.ts';

const stored = z.object({
  sourceId: z.string(),
  recordId: z.string(),
  itemId: z.string(),
  barcode: z.string(),
  branchId: z.string(),
  title: z.string(),
  author: z.string().exactOptional(),
  /** When the desk made it, ISO 8601 UTC. */
  at: z.string(),
});

/** A brief record that a desk made, with its item. Its number begins with the time, so that lists are in that order. */
export type FastAdded = z.infer<typeof stored>;

const keyOf = (sourceId: string) => key('fastAdded', { memberId: memberOfSource(sourceId), sourceId });

/** Returns the write that lists a brief record for the cataloguers of its member. */
export const fastAddedWrite = (made: FastAdded): Write => ({
  put: { ...made, ...keyOf(made.sourceId), ...stamp('fastAdded', 1) },
});

/** Returns the write that takes a record off the list. */
export const cataloguedWrite = ({ sourceId }: Pick<FastAdded, 'sourceId'>): Write => ({ delete: keyOf(sourceId) });

/** Returns a page of the brief records of a member that wait for a cataloguer, the oldest first. */
export const fastAddedOf = (
  table: Table,
  memberId: string,
  pageRequest: PageRequest,
): Promise<CursorPage<FastAdded> | 'bad-cursor'> =>
  readPage(table, { partition: key('fastAdded', { memberId, sourceId: '-' }).pk }, pageRequest, (row) =>
    stored.parse(row),
  );
