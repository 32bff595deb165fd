import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import { isMadeRecord } from '../domain/items/scanned-copy.ts';
import { claimKey } from './loan-request-items.ts';

/** The maximum number of merged records; a transaction takes 100 writes. */
const MOST_MERGED = 50;

/**
 * Returns the keys under which a patron may have claimed an item already: its own id, and the ids of the records that
 * were merged into its record, which the patron may have requested before the merge. Strongly read.
 */
export const claimKeysOf = async (table: Table, patronId: string, requestKey: string): Promise<Key[]> => {
  const found = isMadeRecord(requestKey) ? undefined : await findRecord(table, requestKey, { strong: true });
  const ids = found ? [found.now.recordId, ...found.now.absorbed.slice(-MOST_MERGED)] : [];
  return [...new Set([requestKey, ...ids])].map((id) => claimKey(patronId, id));
};
