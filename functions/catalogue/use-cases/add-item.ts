import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { gainsItem, newItemWrites } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readSource } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import type { StoredItem } from '../domain/items/stored-item.ts';
import { isTemporarySource } from '../domain/source-id.ts';

/** Creates one item on a source record in one transaction and claims its barcode for the consortium. Returns the reason when it cannot. */
export const addItem = async (
  table: Table,
  item: StoredItem,
): Promise<'added' | 'unknown-record' | 'barcode-taken'> => {
  if (isTemporarySource(item.sourceId)) return 'unknown-record';
  const row = await table.get(key('source', item));
  const source = row && readSource(row);
  // A record that its member deleted accepts no copies.
  if (!source || source.withdrawn) return 'unknown-record';
  const found = await findRecord(table, source.recordId);
  if (!found) return 'unknown-record';
  const conflict = await table.write([gainsItem(item), ...newItemWrites(item, found.now.recordId)]);
  if (!conflict) return 'added';
  return conflict.conflict.some(({ index }) => index === 0) ? 'unknown-record' : 'barcode-taken';
};
