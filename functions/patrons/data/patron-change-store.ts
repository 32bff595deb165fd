import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type PatronChange, patronChangeSchema } from '../domain/record/change.ts';
import { key, sortPrefix } from './keys.ts';

/** Returns the write that logs a change of a patron, in the same transaction as the change. */
export const changeWrite = (patronId: string, change: PatronChange): Write => ({
  put: { ...key('patronChange', { patronId, ...change }), ...stamp('patronChange', 1), ...change },
  when: absent(),
});

/** Decodes a stored change. */
export const readChange = (item: Record<string, unknown>): PatronChange => {
  const { changeId, at, by, branchId, did, detail, note } = item;
  return patronChangeSchema.parse({
    ...{ changeId, at, by, did, detail },
    ...(branchId !== undefined && { branchId }),
    ...(note !== undefined && { note }),
  });
};

/** Stores the log of changes of patrons. */
export const patronChangeStore = (table: Table) => ({
  /** Lists a page of a patron's changes, the newest first. */
  list: (patronId: string, page: PageRequest): Promise<CursorPage<PatronChange> | 'bad-cursor'> => {
    const { pk: partition } = key('patronStatus', { patronId });
    return readPage(table, { partition, begins: sortPrefix('patronChange'), backwards: true }, page, readChange);
  },
});
