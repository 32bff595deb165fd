import { noCounts } from '../../domain/catalogue/import.ts';
import { planWithdrawal } from '../../domain/catalogue/join.ts';
import { keptItem, type LoadRecord } from '../../domain/catalogue/load-record.ts';
import { memberOfSource } from '../../domain/catalogue/source-id.ts';
import type { UnionChanges } from '../../domain/catalogue/union-state.ts';
import { isRetained } from '../../domain/circulation/withdrawal.ts';
import { iso } from '../../runtime/clock.ts';
import { readBarcode, releaseBarcode } from '../barcode-pointer.ts';
import { present, unchanged } from '../condition.ts';
import { readItem } from '../item-store.ts';
import { key } from '../keys.ts';
import { type Table, TableConflict } from '../table.ts';
import type { Write } from '../write.ts';
import { itemsOfSource } from './item-plan.ts';
import type { StoredItem } from './item-writes.ts';
import { earlierOf, type Loaded, type Loading, MOST_WRITES, planned } from './load-group.ts';
import { retarget } from './retarget-items.ts';
import type { SourceRecord } from './source-record.ts';
import { readFor, takeOver, type UnionCache } from './union-cache.ts';
import { sourceWrite, unionWrites } from './union-writes.ts';

/** Four writes remove an item at the most, and a transaction takes 100. */
const MOST_PER_ITEM = 4;
const ITEMS_AT_ONCE = 25;

type Shelf = { removals: Write[][]; kept: { barcode: string; state: string }[] };

const onShelf = { state: 'available', loan: undefined, hold: undefined, transit: undefined };

/** What is to be removed of a record's items, each as it was read, and which stay as they are not on their shelf. */
const shelfOf = async (table: Table, items: readonly StoredItem[], at: string): Promise<Shelf> => {
  const labelled = items.filter(({ barcode }) => barcode !== '');
  const rows = await table.getMany(
    [
      ...items.map((item) => key('item', item)),
      ...items.map((item) => key('copyOffer', item)),
      ...labelled.map((item) => key('barcode', item)),
    ],
    { strong: true },
  );
  const pointers = new Map(
    rows
      .slice(2 * items.length)
      .flatMap((row) => (row ? [readBarcode(row)] : []))
      .map((one) => [one.barcode, one]),
  );
  const shelf: Shelf = { removals: [], kept: [] };
  for (const [i, item] of items.entries()) {
    const row = rows[i];
    const now = row && readItem(row);
    const { state, loan, hold, transit } = now ?? onShelf;
    const retained = now !== undefined && isRetained(now, at);
    if (state !== 'available' || loan || hold || transit || retained) {
      shelf.kept.push({ barcode: item.barcode, state: retained ? 'to be kept' : state });
      continue;
    }
    const pointer = pointers.get(item.barcode);
    shelf.removals.push([
      { delete: key('itemDescription', item), when: present() },
      ...(now ? [{ delete: key('item', item), when: unchanged(now.v) }] : []),
      // Nobody takes a copy that is gone.
      ...(rows[items.length + i] ? [{ delete: key('copyOffer', item), when: present() }] : []),
      ...(pointer ? [releaseBarcode(pointer, item.itemId)] : []),
    ]);
  }
  return shelf;
};

const nothingChanges: UnionChanges = {
  ...{ blocks: [], dirtyPages: new Map(), records: [], rests: [] },
  ...{ moved: [], relocated: [], doubts: [], doubles: [], placed: [] },
};

/** The source record as it stays: what it was, kept as it came, under the deletion's own checksum. */
const withdrawn = (loading: Loading, record: LoadRecord, before: SourceRecord, pending: boolean): SourceRecord => {
  const { itemsPending: _, ...rest } = before;
  return {
    ...rest,
    ...{ importId: loading.importId, offset: record.offset, loadedAs: 'withdrawn', checksum: record.checksum },
    ...{ itemsBy: 'none', matchKeys: [], withdrawn: true as const },
    ...earlierOf(loading.importId, before),
    ...(pending && { itemsPending: true }),
  };
};

/** Removes the items that do not fit the record's transaction; a new attempt finds what is left. False when something changed meanwhile. */
const removeFirst = async (table: Table, removals: readonly Write[][]): Promise<boolean> => {
  for (let at = 0; at < removals.length; at += ITEMS_AT_ONCE)
    if (await table.write(removals.slice(at, at + ITEMS_AT_ONCE).flat())) return false;
  return true;
};

/**
 * Withdraws what stands under the number of a deleted record: it leaves the union, its items on their shelves go with it and
 * free their barcodes; an item that is lent, on its way, waited for, lost or to be kept stays and is listed. A deletion loaded again takes
 * those that came back since, and else writes nothing. Gives 'conflict' when something changed meanwhile.
 */
export const withdrawSource = async (
  loading: Loading,
  cache: UnionCache,
  record: LoadRecord,
): Promise<Loaded | 'conflict'> => {
  const { table, ids, now } = loading;
  const reading = { table, cache, strong: true };
  await readFor(reading, [record]);
  const before = cache.stored.get(record.sourceId);
  const counts = { ...noCounts(), read: 1, accepted: 1 };
  if (!before) return { counts: { ...counts, unchanged: 1 }, rejects: [] };
  const { removals, kept } = await shelfOf(table, await itemsOfSource(table, record.sourceId, true), iso(now));
  const rejects = kept.map(({ barcode, state }) => keptItem(record, barcode, state));
  if (before.withdrawn && removals.length === 0 && kept.length > 0)
    return { counts: { ...counts, unchanged: 1 }, rejects };
  const newId = () => ids.next('record', now);
  const changes = before.withdrawn
    ? nothingChanges
    : await planned(reading, () => planWithdrawal(cache, before, newId));
  const source = withdrawn(loading, record, before, kept.length > 0);
  const frame = [...unionWrites(changes, memberOfSource(record.sourceId)), sourceWrite(source)];
  // As many as fit go in one transaction with the record: of a usual record, all.
  const together = Math.max(0, removals.length - Math.floor((MOST_WRITES - frame.length) / MOST_PER_ITEM));
  try {
    if (!(await removeFirst(table, removals.slice(0, together)))) return 'conflict';
    if (await table.write([...frame, ...removals.slice(together).flat()])) return 'conflict';
  } catch (error) {
    if (error instanceof TableConflict) return 'conflict';
    throw error;
  }
  takeOver(cache, changes, [{ ...source, v: source.v + 1 }]);
  await retarget(table, changes.relocated);
  const is = before.withdrawn ? 'changed' : 'withdrawn';
  return { counts: { ...counts, [is]: 1, itemsWithdrawn: removals.length }, rejects };
};
