import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/union-record.ts';

/** The union record that a saved title leads to: its id of now and all ids that are one with it. A record that is no more stands for itself. */
export type SavedUnion = { recordId: string; recordIds: readonly string[] };

/** The union record that an id leads to now. */
export const savedUnion = async (table: Table, recordId: string): Promise<SavedUnion> => {
  const now = (await findRecord(table, recordId))?.now;
  if (!now) return { recordId, recordIds: [recordId] };
  return {
    recordId: now.recordId,
    // The id that was asked for, too: of a merge of this moment the other record may be read as it was before.
    recordIds: [...new Set([now.recordId, ...now.absorbed, recordId])],
  };
};
