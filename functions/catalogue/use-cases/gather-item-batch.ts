import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { ScanPage } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { readItem } from '../../items/public/read-item.ts';
import { type ItemBatch, type ItemBatchLine, lineOf } from '../data/item-batch-store.ts';
import { key } from '../data/keys.ts';
import { type ItemChange, type ItemChoice, isChosen, plannedChange } from '../domain/items/item-batch.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';

/** Returns copies with their current descriptions; leaves out copies without one. */
const described = async (
  table: Table,
  copies: readonly ItemCirculation[],
): Promise<{ copy: ItemCirculation; item: StoredItem }[]> => {
  const rows = await table.getMany(
    copies.map((copy) => key('itemDescription', copy)),
    { strong: true },
  );
  return copies.flatMap((copy, i) => (rows[i] ? [{ copy, item: readItemDescription(rows[i]) }] : []));
};

/**
 * Returns the lines of items selected by barcode, each once, in the given order. A barcode that no item of the member has is a line too.
 */
export const linesOfBarcodes = async (
  table: Table,
  memberId: string,
  barcodes: readonly string[],
  change: ItemChange,
): Promise<ItemBatchLine[]> => {
  const found = await itemStore(table).findAll(barcodes);
  const own = found.map((some) => some.find((copy) => copy.memberId === memberId));
  const known = await described(
    table,
    own.flatMap((copy) => copy ?? []),
  );
  const byId = new Map(known.map((one) => [one.copy.itemId, one]));
  const lines = barcodes.map((barcode, i) => {
    const one = byId.get(own[i]?.itemId ?? '');
    if (!one) return lineOf(normaliseScan(barcode) || barcode, barcode, { state: 'refused', reason: 'unknown-item' });
    const { copy, item } = one;
    return lineOf(copy.itemId, item.barcode, plannedChange(item, copy, change), item.sourceId);
  });
  return [...new Map(lines.map((line) => [line.about, line])).values()];
};

type Query = Exclude<ItemChoice, { barcodes: string[] }>;

/** Returns the lines of the selected items of one page of the table scan. */
export const itemsOfPage = async (
  table: Table,
  { memberId, change }: Pick<ItemBatch, 'memberId'> & { change: ItemChange },
  query: Query,
  page: ScanPage,
): Promise<ItemBatchLine[]> => {
  const copies = page.rows
    .map(readItem)
    .filter((copy) => copy.memberId === memberId && (copy.reserve?.own.branchId ?? copy.branchId) === query.branchId);
  const chosen = (await described(table, copies)).filter(({ item }) => isChosen(item, query));
  return chosen.map(({ copy, item }) =>
    lineOf(copy.itemId, item.barcode, plannedChange(item, copy, change), item.sourceId),
  );
};
