import * as z from 'zod';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { key, sortPrefix } from './keys.ts';

const lookSchema = z.object({ at: z.string(), lookId: z.string(), branchId: z.string(), by: z.string() });

/** One access to a patron's record by staff of another member: when, at which branch, by whom (an id). */
export type Look = z.infer<typeof lookSchema>;

/** Stores the accesses of other members' staff with the patron, who can read them. */
export type LookStore = {
  note(patronId: string, look: Look): Promise<void>;
  /** Lists them, the newest first. */
  list(patronId: string, pageRequest: PageRequest): Promise<CursorPage<Look> | 'bad-cursor'>;
};

/** Returns the store of accesses in the table. */
export const lookStore = (table: Table): LookStore => ({
  note: async (patronId, look) => {
    // Writes nothing for a patron erased between reading and recording.
    await table.write([
      { put: { ...key('patronLook', { patronId, ...look }), ...stamp('patronLook', 1), ...look } },
      { check: key('patronStatus', { patronId }), when: present() },
    ]);
  },
  list: (patronId, pageRequest) => {
    const { pk: partition } = key('patronStatus', { patronId });
    const query = { partition, begins: sortPrefix('patronLook'), backwards: true };
    return readPage(table, query, pageRequest, (item) => lookSchema.parse(item));
  },
});
