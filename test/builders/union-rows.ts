import { readRecord } from '../../functions/catalogue/data/union-record.ts';
import { keys } from '../../functions/catalogue/public/keys.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

/** Reads the stored union record of an id, strongly. */
export const storedRecord = async (table: Table, recordId: string) =>
  readRecord(await table.get(keys.key('record', { recordId }), { strong: true }));
