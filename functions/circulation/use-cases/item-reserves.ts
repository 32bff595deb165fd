import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { asReserved } from '../../items/public/as-reserved.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { noReserves } from '../../items/public/no-reserves.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { readItem } from '../../items/public/read-item.ts';
import { releaseBarcode } from '../../items/public/release-barcode.ts';
import type { ItemReserves } from '../../items/public/reserved-item.ts';
import { key } from '../data/keys.ts';

const listing = z.object({ courseId: z.string(), branchId: z.string(), location: z.string(), category: z.string() });
const stored = z.object({
  itemId: z.string(),
  memberId: z.string(),
  listings: z.array(listing),
  personal: z.literal(true).exactOptional(),
  v: z.number(),
});

const TRIES = 6;

const reservesWrite = (before: ItemReserves, after: ItemReserves): Write => {
  const at = key('itemReserves', before);
  const when = before.v === 0 ? absent() : unchanged(before.v);
  const v = before.v + 1;
  return after.listings.length === 0
    ? { delete: at, when }
    : { put: { ...at, ...stamp('itemReserves', v), ...after, v }, when };
};

/** Withdraws an instructor's own copy that no course uses any more: it goes back to its owner. */
const removalOf = async (table: Table, item: ItemCirculation): Promise<Write[]> => {
  const pointer = item.barcode === '' ? undefined : await table.get(itemsKeys.key('barcode', item), { strong: true });
  return [
    { delete: catalogueKeys.key('itemDescription', item) },
    { delete: itemsKeys.key('item', item), when: unchanged(item.v) },
    ...(pointer ? [releaseBarcode(readBarcode(pointer), item.itemId)] : []),
  ];
};

const free = ({ state, loan, hold, transit }: ItemCirculation): boolean =>
  state === 'available' && loan === undefined && hold === undefined && transit === undefined;

const itemWrites = async (
  table: Table,
  item: ItemCirculation,
  after: ItemReserves,
): Promise<Write[] | 'personal-out'> => {
  if (after.personal && after.listings.length === 0) return free(item) ? removalOf(table, item) : 'personal-out';
  const reserved = asReserved(item, after);
  if (reserved === item) return [];
  return [{ put: itemRecord({ ...reserved, v: item.v + 1 }), when: unchanged(item.v), sizeOf: itemRecord(item) }];
};

/** The result of a change: saved, an unknown item, an instructor's own copy that is still on loan, or a failed `beside`. */
export type ReserveChange = 'written' | 'no-item' | 'personal-out' | 'refused';

/**
 * Changes for which courses an item is on reserve. One transaction writes the list of courses, the item's place and rule, and
 * the writes of `beside`, whose conditions come first. Concurrent changes and loans conflict and read again. A change without
 * effect writes only `beside`.
 */
export const changeReserves = async (
  table: Table,
  itemId: string,
  change: (before: ItemReserves) => ItemReserves,
  beside: Write[],
): Promise<ReserveChange> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const rows = await table.getMany([itemsKeys.key('item', { itemId }), key('itemReserves', { itemId })], {
      strong: true,
    });
    const [found, row] = rows;
    if (!found) return 'no-item';
    const item = readItem(found);
    const before = row ? stored.parse(row) : noReserves(item);
    const after = change(before);
    const own = await itemWrites(table, item, after);
    if (own === 'personal-out') return own;
    const list = JSON.stringify(after) === JSON.stringify(before) ? [] : [reservesWrite(before, after)];
    const conflict = await table.write([...beside, ...list, ...own]);
    if (!conflict) return 'written';
    if (conflict.conflict.some(({ index }) => index < beside.length)) return 'refused';
  }
  throw new TableConflict(`${itemId} was changed ${TRIES} times at once`);
};
