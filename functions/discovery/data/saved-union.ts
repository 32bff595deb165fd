import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';

/** The union record of a saved title: its current id and all ids merged into it. A record that no longer exists has only its own id. */
export type SavedUnion = { recordId: string; recordIds: readonly string[] };

/** Returns the current union record of an id. */
export const savedUnion = async (table: Table, recordId: string): Promise<SavedUnion> => {
  const now = (await findRecord(table, recordId))?.now;
  if (!now) return { recordId, recordIds: [recordId] };
  return {
    recordId: now.recordId,
    // Includes the requested id: during a merge the other record may be read in its earlier state.
    recordIds: [...new Set([now.recordId, ...now.absorbed, recordId])],
  };
};
