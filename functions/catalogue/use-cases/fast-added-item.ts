import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { fastAddedWrite } from '../data/fast-added-store.ts';
import { newItemWrites } from '../data/item-writes.ts';
import { writtenRecord } from '../data/lay-edits.ts';
import { packedMarc } from '../data/packed-marc.ts';
import { changeWrite } from '../data/source-change-store.ts';
import { recordItem } from '../data/union-record.ts';
import { sourceWrite } from '../data/union-writes.ts';
import { changedFields } from '../domain/history/record-changes.ts';
import type { StoredItem } from '../domain/items/stored-item.ts';
import { type Brief, briefRecord } from '../domain/loading/brief-record.ts';
import { sourceIdOf } from '../domain/source-id.ts';
import { audiences } from '../domain/visibility/visibility.ts';
import { blankRecord } from './create-source.ts';

/** An item without a record. `by`: the actor; `reason`: why it is made, for the history of its record. */
export type FastAdding = Pick<StoredItem, 'memberId' | 'barcode' | 'branchId' | 'location' | 'category'> &
  Brief & { now: number; by: string; reason: string };

/**
 * Returns a new item with the writes of one transaction that makes it and its brief record. The record is in a union record of its own, hidden from
 * everybody but its library's staff, and on the list of its cataloguers; their first edit matches and shows it. All ids are new: the
 * writes fail only when another item bears the barcode.
 */
export const fastAddedItem = ({ ids }: { ids: Ids }, adding: FastAdding): { item: StoredItem; writes: Write[] } => {
  const { memberId, barcode, branchId, location, category, title, author, isbn, now, by, reason } = adding;
  const [itemId, recordId] = [ids.next('item', now), ids.next('record', now)];
  const localId = `fast-${itemId.slice(itemId.indexOf('_') + 1)}`;
  const sourceId = sourceIdOf(memberId, localId);
  const brief = { title, ...(author !== undefined && { author }), ...(isbn !== undefined && { isbn }) };
  const record = briefRecord(localId, brief);
  const written = writtenRecord(record);
  if (!written) throw new Error(`The brief record ${sourceId} cannot be written.`);
  const { form, bytes, checksum } = written;
  const item: StoredItem = {
    ...{ itemId, sourceId, memberId, barcode, branchId, location, category },
    ...{ callNumber: '', copyNumber: '', volume: '', hiddenFrom: [] },
  };
  const source = {
    ...{ sourceId, v: 0, localId, recordId, importId: '', offset: 0, loadedAs: 'created' as const, itemsBy: 'none' },
    ...{ form, checksum, marc: packedMarc(bytes), matchKeys: [], fastAdded: true as const },
    ...{ hiddenFrom: [...audiences], hiddenHoldings: {} },
  };
  const change = {
    ...{ changeId: ids.next('change', now), sourceId, did: 'edit' as const, at: iso(now), by, reason },
    ...{ fields: changedFields(blankRecord(sourceId), record), version: checksum },
  };
  const listed = { sourceId, recordId, itemId, barcode, branchId, title, at: iso(now) };
  const writes = [
    ...newItemWrites(item, recordId),
    { put: { ...recordItem({ recordId, v: 0, sources: [sourceId], absorbed: [] }), by: memberId }, when: absent() },
    sourceWrite(source),
    changeWrite(change),
    fastAddedWrite({ ...listed, ...(author !== undefined && { author }) }),
  ];
  return { item, writes };
};
