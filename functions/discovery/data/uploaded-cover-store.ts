import * as z from 'zod';
import { expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { gsi1, indexPartition, key } from './keys.ts';

const stored = z.object({
  recordId: z.string(),
  memberId: z.string(),
  /** The key of its file in the bucket. */
  file: z.string(),
  at: z.string(),
  by: z.string(),
  width: z.int(),
  height: z.int(),
  v: z.int(),
});

/** A cover that the staff of a library uploaded for a record. */
export type UploadedCover = z.infer<typeof stored>;

/** Stores which covers libraries uploaded: a row for each library and record. */
export const uploadedCoverStore = (table: Table) => ({
  /** Returns what a library uploaded for a record. */
  get: async (of: { recordId: string; memberId: string }): Promise<UploadedCover | undefined> => {
    const row = await table.get(key('uploadedCover', of), { strong: true });
    return row ? stored.parse(row) : undefined;
  },
  /** Returns the covers of a record, also under the ids that were merged into it, the newest first. */
  ofRecord: async (recordIds: readonly string[]): Promise<UploadedCover[]> => {
    const partitions = recordIds.map((recordId) => key('uploadedCover', { recordId, memberId: 'any' }).pk);
    const rows = await Promise.all(partitions.map((partition) => table.queryAll({ partition })));
    return rows
      .flat()
      .map((row) => stored.parse(row))
      .toSorted((one, other) => other.at.localeCompare(one.at));
  },
  /** Returns whether any library uploaded a cover. */
  hasAny: async (): Promise<boolean> => {
    const partition = indexPartition('uploadedCover', 'gsi1', {});
    return (await table.query({ index: 'gsi1', partition, limit: 1 })).items.length > 0;
  },
  /** Stores a cover together with other writes, if nobody changed it since it was read; false otherwise. */
  put: async (cover: UploadedCover, beside: readonly Write[]): Promise<boolean> => {
    const { v, ...rest } = cover;
    const put = {
      ...{ ...key('uploadedCover', cover), ...gsi1('uploadedCover', cover) },
      ...{ ...stamp('uploadedCover', v), ...rest },
    };
    return (await table.write([{ put, when: expectedVersion(v - 1) }, ...beside])) === undefined;
  },
  /** Deletes a cover together with other writes, if nobody changed it since it was read; false otherwise. */
  remove: async (cover: UploadedCover, beside: readonly Write[]): Promise<boolean> =>
    (await table.write([{ delete: key('uploadedCover', cover), when: unchanged(cover.v) }, ...beside])) === undefined,
});

export type UploadedCoverStore = ReturnType<typeof uploadedCoverStore>;
