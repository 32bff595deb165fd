import * as z from 'zod';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { changedFieldSchema } from '../domain/history/record-changes.ts';
import { key } from './keys.ts';

const stored = z.object({
  changeId: z.string(),
  sourceId: z.string(),
  /** An edit by staff, or a load of a record that staff had edited. */
  did: z.enum(['edit', 'load']),
  at: z.string(),
  /** For an edit: who and why. */
  by: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  /** For a load: its id, and the fields in which edits of staff were preserved or lost. */
  importId: z.string().exactOptional(),
  preserved: z.array(z.string()).exactOptional(),
  lost: z.array(z.string()).exactOptional(),
  fields: z.array(changedFieldSchema),
  /** For an edit: the sources whose copies are not updated yet after moving to another union record. */
  pending: z.array(z.object({ sourceId: z.string(), recordId: z.string() })).exactOptional(),
  /** The resulting version of the content (`contentVersion`). */
  version: z.string(),
});
/** A change of a source record's content by staff, or by a load over edits of staff. Its id sorts by time. */
export type SourceChange = z.infer<typeof stored>;

/** Returns the write of a change, for the same transaction. */
export const changeWrite = (change: SourceChange): Write => ({
  put: { ...change, ...key('sourceChange', change), ...stamp('sourceChange', 1) },
  when: absent(),
});

/** Returns a change by its id, read strongly. */
export const getChange = async (
  table: Table,
  place: Pick<SourceChange, 'sourceId' | 'changeId'>,
): Promise<SourceChange | undefined> => {
  const row = await table.get(key('sourceChange', place), { strong: true });
  return row && stored.parse(row);
};

/** Returns a source record's changes, the newest first, up to a limit. */
export const changesOf = async (table: Table, sourceId: string, limit: number): Promise<SourceChange[]> => {
  const partition = key('sourceChange', { sourceId, changeId: '-' }).pk;
  const { items } = await table.query({ partition, backwards: true, limit, strong: true });
  return items.map((row) => stored.parse(row));
};
