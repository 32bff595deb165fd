import { labelReadings } from '../../../layers/kernel/identity/card-number.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { type LastScan, lastScanOf } from '../../items/public/last-scan.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { readItem } from '../../items/public/read-item.ts';
import { hiddenWith } from '../data/hidden-with.ts';
import { key } from '../data/keys.ts';
import { readItemDescription, type StoredItem } from '../domain/items/stored-item.ts';
import type { Audience } from '../domain/visibility/visibility.ts';

/**
 * An item with its current place and state; of a loan only the due date. `hiddenAudiences`: from whom the item, its holding or its record
 * is hidden.
 */
export type FoundItem = StoredItem & {
  state: string;
  currentBranch: string;
  recordId?: string;
  due?: string;
  lastScan?: LastScan;
  hiddenAudiences: Audience[];
};

type Place = { itemId: string; sourceId: string };

const placesOf = async (table: Table, reference: string): Promise<Place[]> => {
  if (reference.startsWith('itm_')) {
    const item = await table.get(itemsKeys.key('item', { itemId: reference }));
    return item ? [readItem(item)] : [];
  }
  const rows = await table.getMany(labelReadings(reference).map((barcode) => itemsKeys.key('barcode', { barcode })));
  const found = rows.find((row) => row !== undefined);
  return found ? readBarcode(found).bearers : [];
};

/** Finds items by the barcode on the label, anywhere in the consortium (two where members' old numbers collide), or one item by its id. */
export const findItems = async (table: Table, reference: string): Promise<FoundItem[]> => {
  const places = await placesOf(table, reference);
  const rows = await table.getMany(
    places.flatMap((place) => [key('itemDescription', place), itemsKeys.key('item', place), key('source', place)]),
  );
  return places.flatMap((_, at) => {
    const [description, now, source] = rows.slice(3 * at, 3 * at + 3);
    if (!description || !now) return [];
    const circulation = readItem(now);
    const { state, currentBranch, recordId, loan } = circulation;
    const lastScan = lastScanOf(circulation);
    const item = readItemDescription(description);
    return {
      ...item,
      state,
      currentBranch,
      ...(recordId ? { recordId } : {}),
      ...(loan ? { due: loan.due } : {}),
      ...(lastScan && { lastScan }),
      hiddenAudiences: hiddenWith(item, source),
    };
  });
};
