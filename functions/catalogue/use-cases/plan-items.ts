import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { BarcodePointer } from '../../items/public/barcode-pointer.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { loadedItem, retentionAfterLoad, sameItem } from '../data/item-writes.ts';
import type { StoredItem } from '../domain/items/stored-item.ts';
import { passedOver, valuesAfterLoad } from '../domain/items/values-in-files.ts';
import type { ImportReject } from '../domain/loading/import.ts';
import { itemReject, type LoadRecord, passedOverItem, sharedBarcode } from '../domain/loading/load-record.ts';
import { memberOfSource } from '../domain/source-id.ts';

/** Barcodes as read and as this load's own writes change them: the item that has each, or undefined for none. */
export type Barcodes = Map<string, BarcodePointer | undefined>;

/** An item to create; `beside`: the item of another member that had its barcode when it was read. */
export type NewItem = { item: StoredItem; beside?: BarcodePointer };

/**
 * The plan of a load for the items of one record. `shared`: new items whose barcode an item of another member has; `asStaffSet`: items for
 * which the file repeats values that staff changed.
 */
export type ItemPlan = {
  created: NewItem[];
  changed: StoredItem[];
  /** Items that already match the record. */
  unchanged: StoredItem[];
  rejects: ImportReject[];
  shared: ImportReject[];
  asStaffSet: ImportReject[];
};

/** The fields of a record from which its items are planned. */
export type ItemsLoaded = Pick<LoadRecord, 'sourceId' | 'localId' | 'offset' | 'items'>;

/** Reads which items have the barcodes of some records, where not read yet. */
export const readBarcodes = async (
  table: Table,
  known: Barcodes,
  records: readonly Pick<LoadRecord, 'items'>[],
  strong: boolean,
): Promise<void> => {
  const all = records.flatMap(({ items }) => items.flatMap(({ barcode }) => (barcode ? [barcode] : [])));
  const wanted = [...new Set(all)].filter((barcode) => !known.has(barcode));
  const items = await table.getMany(
    wanted.map((barcode) => itemsKeys.key('barcode', { barcode })),
    { strong },
  );
  for (const [i, barcode] of wanted.entries()) known.set(barcode, items[i] && readBarcode(items[i]));
};

/**
 * Returns the stored item that a load describes: by the barcode on its label; after relabelling, by the barcode in its member's files,
 * unless these contain the new one too.
 */
const bearing = (existing: readonly StoredItem[], record: ItemsLoaded, loaded: string): StoredItem | undefined =>
  existing.find(({ barcode }) => barcode === loaded) ??
  existing.find(
    ({ barcode, fileBarcode }) => fileBarcode === loaded && !record.items.some((item) => item.barcode === barcode),
  );

const noted = (barcodes: Barcodes, { barcode, itemId, memberId, sourceId }: StoredItem): void => {
  if (barcode === '') return;
  const before = barcodes.get(barcode);
  const bearers = [...(before?.bearers ?? []), { itemId, memberId, sourceId }];
  barcodes.set(barcode, { barcode, bearers, v: (before?.v ?? 0) + 1 });
};

/**
 * Plans what to do with a record's items. A barcode finds its item anywhere in the record; items without one are matched by order. A
 * barcode of another record's item of the member is refused, as is one whose copy the member gave away; a barcode of another member's item
 * is shared and listed. Stored items that are not in the load stay, as they may be on loan.
 */
export const planItems = (
  record: ItemsLoaded,
  { existing, gave }: { existing: readonly StoredItem[]; gave: readonly string[] },
  barcodes: Barcodes,
  newId: () => string,
): ItemPlan => {
  const plan: ItemPlan = { created: [], changed: [], unchanged: [], rejects: [], shared: [], asStaffSet: [] };
  const member = memberOfSource(record.sourceId);
  let slot = 0;
  for (const loaded of record.items) {
    const { barcode } = loaded;
    const own = barcode === undefined ? slot++ : undefined;
    const before =
      barcode === undefined ? existing.find(({ slot: at }) => at === own) : bearing(existing, record, barcode);
    if (before) {
      const {
        retention: _retention,
        fileRetention: _fileRetention,
        ...rest
      } = loadedItem(before.itemId, record.sourceId, loaded, own);
      const words = valuesAfterLoad(before, rest);
      const item = { ...rest, ...carriedOver(before), ...words, ...retentionAfterLoad(before, loaded.retention) };
      const over = passedOver(item);
      if (over.length > 0) plan.asStaffSet.push(passedOverItem(record, item.barcode, over));
      (sameItem(before, item) ? plan.unchanged : plan.changed).push(item);
      continue;
    }
    const beside = barcode === undefined ? undefined : barcodes.get(barcode);
    if (barcode !== undefined && beside?.bearers.some(({ memberId }) => memberId === member)) {
      plan.rejects.push(itemReject('barcode-taken', record, barcode));
      continue;
    }
    if (barcode !== undefined && gave.includes(barcode)) {
      plan.rejects.push(itemReject('given-away', record, barcode));
      continue;
    }
    const item = loadedItem(newId(), record.sourceId, loaded, own);
    plan.created.push({ item, ...(beside && { beside }) });
    if (barcode !== undefined && beside) {
      const others = beside.bearers.map(({ memberId }) => memberId);
      plan.shared.push(sharedBarcode(record, barcode, others));
    }
    noted(barcodes, item);
  }
  return plan;
};

/** Returns the values that a load does not contain and must preserve. */
const carriedOver = ({ barcode, fileBarcode, hiddenFrom, price, note }: StoredItem): Partial<StoredItem> => ({
  ...{ barcode, hiddenFrom },
  ...(fileBarcode !== undefined && { fileBarcode }),
  ...(price !== undefined && { price }),
  ...(note !== undefined && { note }),
});
