import * as z from 'zod';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { changedFieldSchema } from '../domain/history/record-changes.ts';
import { key } from './keys.ts';

const stored = z.object({
  changeId: z.string(),
  sourceId: z.string(),
  /** An edit by staff, or a load that met what staff had edited. */
  did: z.enum(['edit', 'load']),
  at: z.string(),
  /** Of an edit: who and why. */
  by: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  /** Of a load: which, in which fields what staff edited stayed, and in which it gave way. */
  importId: z.string().exactOptional(),
  preserved: z.array(z.string()).exactOptional(),
  lost: z.array(z.string()).exactOptional(),
  fields: z.array(changedFieldSchema),
  /** Of an edit: the sources whose copies are still to follow it into another union record. */
  pending: z.array(z.object({ sourceId: z.string(), recordId: z.string() })).exactOptional(),
  /** The state of the content that it led to (`contentVersion`). */
  version: z.string(),
});
/** A change of a source record's content that staff made, or that met what they had made. Its id sorts by time. */
export type SourceChange = z.infer<typeof stored>;

/** The write of a change, for the transaction of the change itself. */
export const changeWrite = (change: SourceChange): Write => ({
  put: { ...change, ...key('sourceChange', change), ...stamp('sourceChange', 1) },
  when: absent(),
});

/** A change by its id, read strongly. */
export const getChange = async (
  table: Table,
  place: Pick<SourceChange, 'sourceId' | 'changeId'>,
): Promise<SourceChange | undefined> => {
  const row = await table.get(key('sourceChange', place), { strong: true });
  return row && stored.parse(row);
};

/** A source record's changes, the newest first, so many at the most. */
export const changesOf = async (table: Table, sourceId: string, limit: number): Promise<SourceChange[]> => {
  const partition = key('sourceChange', { sourceId, changeId: '-' }).pk;
  const { items } = await table.query({ partition, backwards: true, limit, strong: true });
  return items.map((row) => stored.parse(row));
};
