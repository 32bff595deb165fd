import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { findRecord } from '../../catalogue/public/union-record.ts';
import { isMadeRecord } from '../domain/items/scanned-copy.ts';
import { claimKey } from './loan-request-items.ts';

/** More records than are ever merged into one; a transaction takes 100 writes. */
const MOST_MERGED = 50;

/**
 * The rows by which a wish of a patron may be claimed already: under its own id, and under those of the records that were
 * merged into its record, for which the patron may have asked before the merge. Read strongly.
 */
export const claimKeysOf = async (table: Table, patronId: string, requestKey: string): Promise<Key[]> => {
  const found = isMadeRecord(requestKey) ? undefined : await findRecord(table, requestKey, { strong: true });
  const ids = found ? [found.now.recordId, ...found.now.absorbed.slice(-MOST_MERGED)] : [];
  return [...new Set([requestKey, ...ids])].map((id) => claimKey(patronId, id));
};
