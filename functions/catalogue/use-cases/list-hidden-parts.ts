import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { allActsOf } from '../data/source-act-store.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import { type HiddenParts, hiddenPartsOf } from '../domain/visibility/hidden-parts.ts';
import type { NotHidden } from './hide-part.ts';

/**
 * Returns what of a source record is hidden, from whom and by which act, read strongly: all its copies, or one with its branch. Else the
 * reason why there is nothing to show.
 */
export const hiddenParts = async (
  table: Table,
  sourceId: string,
  itemId?: string,
): Promise<(HiddenParts & Pick<SourceRecord, 'localId' | 'recordId'>) | NotHidden> => {
  const [row, all, acts] = await Promise.all([
    isTemporarySource(sourceId) ? undefined : table.get(key('source', { sourceId }), { strong: true }),
    itemsOfSource(table, sourceId, true),
    allActsOf(table, sourceId),
  ]);
  if (!row) return 'unknown-record';
  const source = readSource(row);
  const one = all.find((copy) => copy.itemId === itemId);
  if (itemId !== undefined && !one) return 'unknown-item';
  const { recordId, localId } = source;
  const now = (await findRecord(table, recordId))?.now.recordId ?? recordId;
  const parts = hiddenPartsOf(source, all, acts);
  if (!one) return { localId, recordId: now, ...parts };
  const { items } = hiddenPartsOf(source, [one], acts);
  const holdings = parts.holdings.filter(({ branchId }) => branchId === one.branchId);
  return { localId, recordId: now, ...parts, holdings, items, isWhole: true };
};
