import * as z from 'zod';
import type { ImportReject } from '../../domain/catalogue/import.ts';
import { itemReject, type LoadRecord } from '../../domain/catalogue/load-record.ts';
import { key, sortPrefix } from '../keys.ts';
import type { Table } from '../table.ts';
import { loadedItem, readItemDescription, type StoredItem, sameItem } from './item-writes.ts';

const pointerSchema = z.object({ itemId: z.string(), sourceId: z.string() });
type Pointer = z.infer<typeof pointerSchema>;

/** Barcodes as read: whose they are, or that nobody has them. */
export type Barcodes = Map<string, Pointer | undefined>;

/** What a load does with the items of one record. */
export type ItemPlan = { created: StoredItem[]; changed: StoredItem[]; rejects: ImportReject[] };

/** Reads whose the barcodes of some records are, where that was not read yet. */
export const readBarcodes = async (
  table: Table,
  known: Barcodes,
  records: readonly LoadRecord[],
  strong: boolean,
): Promise<void> => {
  const all = records.flatMap(({ items }) => items.flatMap(({ barcode }) => (barcode ? [barcode] : [])));
  const wanted = [...new Set(all)].filter((barcode) => !known.has(barcode));
  const items = await table.getMany(
    wanted.map((barcode) => key('barcode', { barcode })),
    { strong },
  );
  for (const [i, barcode] of wanted.entries()) known.set(barcode, items[i] && pointerSchema.parse(items[i]));
};

/** The items that hang on a source record. */
export const itemsOfSource = async (table: Table, sourceId: string, strong = false): Promise<StoredItem[]> => {
  const partition = key('source', { sourceId }).pk;
  const rows = await table.queryAll({ partition, begins: sortPrefix('itemDescription'), strong });
  return rows.map(readItemDescription);
};

/**
 * What to do with a record's items: a barcode finds the item wherever the record holds it; items without one are told by
 * their order. A barcode of another record's item is refused. What is stored and not in the load stays: it may be lent.
 */
export const planItems = (
  record: LoadRecord,
  existing: readonly StoredItem[],
  barcodes: Barcodes,
  newId: () => string,
): ItemPlan => {
  const plan: ItemPlan = { created: [], changed: [], rejects: [] };
  let slot = 0;
  for (const loaded of record.items) {
    const own = loaded.barcode === undefined ? slot++ : undefined;
    const before = existing.find((item) => (own === undefined ? item.barcode === loaded.barcode : item.slot === own));
    const holder = loaded.barcode === undefined ? undefined : barcodes.get(loaded.barcode);
    if (!before && holder) {
      plan.rejects.push(itemReject('barcode-taken', record, loaded.barcode));
      continue;
    }
    const item = loadedItem(before?.itemId ?? newId(), record.sourceId, loaded, own);
    if (!before) {
      plan.created.push(item);
      if (item.barcode !== '') barcodes.set(item.barcode, { itemId: item.itemId, sourceId: item.sourceId });
    } else if (!sameItem(before, item)) plan.changed.push({ ...item, hiddenFrom: before.hiddenFrom });
  }
  return plan;
};
