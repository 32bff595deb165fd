import type { UnionChanges } from '../../domain/catalogue/union-state.ts';
import { present } from '../condition.ts';
import { itemUpdate } from '../item-store.ts';
import type { Table } from '../table.ts';
import { itemsOfSource } from './item-plan.ts';
import type { SourceRecord } from './source-record.ts';
import type { UnionCache } from './union-cache.ts';

const now = (cache: UnionCache, recordId: string): string => {
  let at = recordId;
  for (let record = cache.records.get(at); record?.mergedInto !== undefined; record = cache.records.get(at))
    at = record.mergedInto;
  return at;
};

/**
 * Items name the union record of their source, for holds. A merge needs nothing, as the old name leads on; a source that
 * left its record takes its items along here.
 */
export const retarget = async (
  table: Table,
  cache: UnionCache,
  changes: UnionChanges,
  prepared: readonly { before: SourceRecord | undefined; record: { sourceId: string } }[],
): Promise<void> => {
  const left = prepared.flatMap(({ before, record }, i) => {
    const recordId = changes.placed[i]?.recordId;
    return before && recordId !== undefined && now(cache, before.recordId) !== recordId
      ? [{ sourceId: record.sourceId, recordId }]
      : [];
  });
  for (const { sourceId, recordId } of [...left, ...changes.moved]) {
    for (const { itemId } of await itemsOfSource(table, sourceId, true))
      await table.write([itemUpdate({ itemId }, { set: { recordId } }, present())]);
  }
};
