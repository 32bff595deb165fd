import * as z from 'zod';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { key, sortPrefix } from './keys.ts';

const accessSchema = z.object({ at: z.string(), accessId: z.string(), branchId: z.string(), by: z.string() });

/** One access to a patron's record by staff of another member: when, at which branch, by whom (an id). */
export type Access = z.infer<typeof accessSchema>;

/** Stores the accesses of other members' staff with the patron, who can read them. */
export type AccessLog = {
  note(patronId: string, access: Access): Promise<void>;
  /** Lists them, the newest first. */
  list(patronId: string, pageRequest: PageRequest): Promise<CursorPage<Access> | 'bad-cursor'>;
};

/** Returns the store of accesses in the table. */
export const accessLog = (table: Table): AccessLog => ({
  note: async (patronId, access) => {
    // Writes nothing for a patron erased between reading and recording.
    await table.write([
      { put: { ...key('patronAccess', { patronId, ...access }), ...stamp('patronAccess', 1), ...access } },
      { check: key('patronStatus', { patronId }), when: present() },
    ]);
  },
  list: (patronId, pageRequest) => {
    const { pk: partition } = key('patronStatus', { patronId });
    const query = { partition, begins: sortPrefix('patronAccess'), backwards: true };
    return readPage(table, query, pageRequest, (item) => accessSchema.parse(item));
  },
});
