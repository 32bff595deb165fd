import { equals, present } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict, saveAnswer } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { claimBarcode } from '../../items/public/claim-barcode.ts';
import { itemUpdate } from '../../items/public/item-update.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { readItem } from '../../items/public/read-item.ts';
import { releaseBarcode } from '../../items/public/release-barcode.ts';
import { key } from '../data/keys.ts';
import { type ActNote, actWrite } from '../data/source-act-store.ts';
import { readItemDescription, type StoredItem, toDescription } from '../domain/items/stored-item.ts';
import type { ItemDescription } from '../domain/views/views.ts';

/**
 * The change of a barcode: the item, its member and the new barcode; who does it and why, recorded permanently with the record and the
 * item.
 */
export type Relabelling = {
  memberId: string;
  itemId: string;
  barcode: string;
  note: () => ActNote;
  auditId: string;
  /** Returns the writes that store the response, in the same transaction. */
  keep: (item: ItemDescription) => Write[];
};

const found = async (table: Table, { memberId, itemId }: Relabelling): Promise<StoredItem | undefined> => {
  const row = await table.get(itemsKeys.key('item', { itemId }), { strong: true });
  const item = row && readItem(row);
  if (item?.memberId !== memberId) return undefined;
  const described = await table.get(key('itemDescription', item), { strong: true });
  return described && readItemDescription(described);
};

/** Returns the barcode by which the member's files identify the item: the former label, unless it was relabelled before or had none. */
const fileBarcodeOf = ({ barcode, fileBarcode = barcode }: StoredItem) => (fileBarcode === '' ? {} : { fileBarcode });

const pointers = async (table: Table, barcodes: readonly string[]) => {
  const rows = await table.getMany(
    barcodes.map((barcode) => itemsKeys.key('barcode', { barcode })),
    { strong: true },
  );
  return rows.map((row) => row && readBarcode(row));
};

const writesOf = (item: StoredItem, { barcode, auditId }: Relabelling, note: ActNote): Write[] => [
  {
    update: key('itemDescription', item),
    set: { barcode, ...fileBarcodeOf(item) },
    when: equals('barcode', item.barcode),
  },
  itemUpdate(item, { set: { barcode } }, equals('barcode', item.barcode)),
  // Raises the record's counter, so that a load that read the item before this conflicts and does not write the old label back.
  { update: key('source', item), when: present() },
  claimBarcode(barcode, item),
  auditWrite({
    ...{ at: note.at, auditId, by: note.by, subject: `item:${item.itemId}`, did: 'relabel' },
    member: item.memberId,
    detail: { from: item.barcode, to: barcode },
  }),
  actWrite({
    ...{ did: 'relabel', ...note, sourceId: item.sourceId, itemId: item.itemId },
    ...{ before: item.barcode, after: barcode },
  }),
];

const attempt = async (
  table: Table,
  request: Relabelling,
  isAgain: boolean,
): Promise<ItemDescription | 'unknown-item' | 'barcode-taken' | undefined> => {
  const item = await found(table, request);
  if (!item) return 'unknown-item';
  if (item.barcode === request.barcode) {
    const description = toDescription(item);
    await saveAnswer(table, isAgain, () => request.keep(description));
    return description;
  }
  const [taken, old] = await pointers(table, [request.barcode, ...(item.barcode === '' ? [] : [item.barcode])]);
  if (taken) return 'barcode-taken';
  const released = old ? [releaseBarcode(old, item.itemId)] : [];
  const relabelled = toDescription({ ...item, barcode: request.barcode });
  const conflict = await table.write([
    ...writesOf(item, request, request.note()),
    ...released,
    ...request.keep(relabelled),
  ]);
  return conflict ? undefined : relabelled;
};

/**
 * Changes the barcode of an item in one transaction: claims the new one for the consortium; the old one passes to another item that has it
 * too, or is free again. Place and loan do not change; the member's files still find the item by the old barcode. Repeating the same
 * barcode changes nothing.
 */
export const relabelItem = (
  table: Table,
  request: Relabelling,
): Promise<ItemDescription | 'unknown-item' | 'barcode-taken'> =>
  retryOnConflict(request.itemId, (tried) => attempt(table, request, tried > 0));
