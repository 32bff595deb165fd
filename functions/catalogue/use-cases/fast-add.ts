import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { fastAddedWrite } from '../data/fast-added-store.ts';
import { newItemWrites } from '../data/item-writes.ts';
import { writtenRecord } from '../data/lay-edits.ts';
import { packedMarc } from '../data/packed-marc.ts';
import { changeWrite } from '../data/source-change-store.ts';
import { recordItem } from '../data/union-record.ts';
import { sourceWrite } from '../data/union-writes.ts';
import type { mappingDeps } from '../deps.ts';
import { changedFields } from '../domain/history/record-changes.ts';
import { type StoredItem, toDescription } from '../domain/items/stored-item.ts';
import { type Brief, briefRecord } from '../domain/loading/brief-record.ts';
import { sourceIdOf } from '../domain/source-id.ts';
import { audiences } from '../domain/visibility/visibility.ts';
import { blankRecord } from './create-source.ts';

/** The input for an item without a record. `by`: the actor; `keep` returns the writes that store the response. */
type FastAdding = Pick<StoredItem, 'memberId' | 'barcode' | 'branchId' | 'location' | 'category'> &
  Brief & { ids: Ids; now: number; by: string; keep: (item: StoredItem) => Write[] };

const REASON = 'Fast-added at the desk';

/**
 * Makes a brief record and its item in one transaction, so that a desk can lend at once what has no record. The record is in a union record
 * of its own, hidden from everybody but its library's staff, and on the list of its cataloguers; their first edit matches and shows it.
 */
const storeFastAdded = async (table: Table, adding: FastAdding): Promise<StoredItem | 'barcode-taken'> => {
  const { memberId, barcode, branchId, location, category, title, author, ids, now, by } = adding;
  const [itemId, recordId] = [ids.next('item', now), ids.next('record', now)];
  const localId = `fast-${itemId.slice(itemId.indexOf('_') + 1)}`;
  const sourceId = sourceIdOf(memberId, localId);
  const record = briefRecord(localId, { title, ...(author !== undefined && { author }) });
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
    ...{ changeId: ids.next('change', now), sourceId, did: 'edit' as const, at: iso(now), by, reason: REASON },
    ...{ fields: changedFields(blankRecord(sourceId), record), version: checksum },
  };
  const listed = { sourceId, recordId, itemId, barcode, branchId, title, at: iso(now) };
  const conflict = await table.write([
    ...newItemWrites(item, recordId),
    { put: { ...recordItem({ recordId, v: 0, sources: [sourceId], absorbed: [] }), by: memberId }, when: absent() },
    sourceWrite(source),
    changeWrite(change),
    fastAddedWrite({ ...listed, ...(author !== undefined && { author }) }),
    ...adding.keep(item),
  ]);
  // All ids are new: only the barcode can be taken.
  return conflict ? 'barcode-taken' : item;
};

type Input = Omit<FastAdding, 'memberId' | 'keep' | 'ids'> & { keep: Keep<ReturnType<typeof toDescription>> };

/** Adds an item without a record at a branch of its member, with a brief record. */
export const fastAdd = async (
  { table, mappings, ids }: ReturnType<typeof mappingDeps> & { ids: Ids },
  { keep, ...adding }: Input,
) => {
  const { branchId, barcode } = adding;
  const memberId = memberOfBranch(branchId);
  if (!(await mappings.branches(memberId)).has(branchId))
    return refuse('unknown-branch', `There is no branch ${branchId}.`, '/path/branchId');
  const item = await storeFastAdded(table, { ...adding, memberId, ids, keep: (made) => keep(toDescription(made)) });
  return item === 'barcode-taken'
    ? refuse('barcode-taken', `Another item bears the barcode ${barcode}.`, '/body/barcode')
    : answer(toDescription(item));
};
