import { textStart } from '../../../layers/kernel/text/text-start.ts';
import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { LEASE_MS, RUN_TIME_MS, resumableBatches } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { ScanPage, ScanPosition } from '../../../layers/platform/dynamodb/scan-table.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Clock, iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { placeOf } from '../../items/public/inventory-place-of.ts';
import type { Inventory } from '../../items/public/inventory-store.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { passedDesk } from '../../items/public/passed-desk.ts';
import { readInventory } from '../../items/public/read-inventory.ts';
import { readItem } from '../../items/public/read-item.ts';
import { shouldStand } from '../../items/public/should-stand.ts';
import { wrongFindings } from '../../items/public/wrong-findings.ts';
import { keys as catalogueKeys } from '../data/keys.ts';

/** Copies judged in one write: each may add a row, and a transaction has at most 100 writes. */
const AT_ONCE = 90;

/** Pages without a copy of the branch after which the position is stored anyway. */
const IDLE_PAGES = 40;

const SLICE = 60;

/** The dependencies of a count. The table scan is injected so that a test can interrupt it. */
export type Counting = {
  table: Table;
  clock: Clock;
  walk: (from: ScanPosition | undefined) => AsyncIterable<ScanPage>;
  /** Copies judged in one write, when fewer than the maximum. */
  atOnce?: number;
};

/** An inventory as it was read, with the position of the count that is not stored yet. */
type Count = { inventory: Inventory; position: ScanPosition | undefined };

const readable = (row: Record<string, unknown>): ItemCirculation[] => {
  try {
    return [readItem(row)];
  } catch (error) {
    logError('count an inventory', error, { row: String(row.pk) });
    return [];
  }
};

/** Returns the expected copies that nobody scanned and that passed no desk. */
const unseen = async (
  table: Table,
  inventory: Inventory,
  copies: readonly ItemCirculation[],
): Promise<ItemCirculation[]> => {
  const { inventoryId } = inventory;
  const keys = copies.map(({ itemId }) => itemsKeys.key('inventoryScan', { inventoryId, about: itemId }));
  const scans = await table.getMany(keys, { strong: true });
  return copies.filter((copy, i) => scans[i] === undefined && !passedDesk(copy, placeOf(inventory)));
};

const notSeenRows = async (
  table: Table,
  { inventoryId, expiresAt }: Inventory,
  copies: readonly ItemCirculation[],
): Promise<Item[]> => {
  const descriptions = await table.getMany(copies.map((copy) => catalogueKeys.key('itemDescription', copy)));
  return copies.map(({ itemId, sourceId, barcode, location }, i) => {
    const callNumber = String(descriptions[i]?.callNumber ?? '');
    // A sort key has room for the beginning of each value; no value may be empty.
    const order = { location: textStart(location, SLICE) || '-', callNumber: textStart(callNumber, SLICE) || '-' };
    return {
      ...itemsKeys.key('inventoryNotSeen', { inventoryId, itemId, ...order }),
      ...stamp('inventoryNotSeen', 1),
      ...{ number: barcode === '' ? itemId : barcode, itemId, sourceId, expiresAt },
    };
  });
};

const later = ({ clock }: Counting, ms: number): string => iso(clock.now() + ms);

/** Writes the position of a count with its results so far; undefined when another run wrote first. */
const keep = async (
  { table }: Counting,
  { inventory, position }: Count,
  change: { set?: Record<string, unknown>; remove?: string[]; rows?: Item[]; counts?: Record<string, number> },
): Promise<Inventory | undefined> => {
  const { rows = [], counts = {}, set = {}, remove = [] } = change;
  const update: Write = {
    update: itemsKeys.key('inventory', inventory),
    set: { ...(position && !remove.includes('position') && { position }), ...set },
    add: counts,
    remove,
    // Written with the rows of the copies it counts, so that an interruption neither counts a copy twice nor skips one.
    when: and(unchanged(inventory.v), equals('state', 'closed')),
  };
  if (await table.write([update, ...rows.map((put): Write => ({ put }))])) return undefined;
  return { ...inventory, v: inventory.v + 1 };
};

/** Judges the expected copies and stores the results up to the position. */
const judge = async (
  counting: Counting,
  count: Count,
  copies: readonly ItemCirculation[],
): Promise<Inventory | undefined> => {
  const missed = await unseen(counting.table, count.inventory, copies);
  const rows = await notSeenRows(counting.table, count.inventory, missed);
  const counts = { expected: copies.length, notSeen: rows.length, seen: copies.length - rows.length };
  return keep(counting, count, { rows, counts });
};

/** Splits a page's expected copies into groups of `atOnce`. */
const portions = (page: ScanPage, inventory: Inventory, atOnce: number) => {
  const place = placeOf(inventory);
  const copies = page.rows.flatMap(readable).filter((item) => shouldStand(item, place));
  return resumableBatches(page, copies, atOnce, (copy) => itemsKeys.key('item', copy));
};

/** Returns how often each kind of wrong finding occurred, from the index of findings. */
const foundIn = async (table: Table, inventoryId: string): Promise<Record<string, number>> => {
  const found = await Promise.all(
    wrongFindings.map(async (finding) => {
      const partition = itemsKeys.indexPartition('inventoryScan', 'gsi2', { inventoryId, finding });
      return [finding, (await table.queryAll({ index: 'gsi2', partition })).length] as const;
    }),
  );
  return Object.fromEntries(found);
};

/** Continues a count from the inventory's position until the end or the time limit. */
const countOn = async (
  counting: Counting,
  started: number,
  given: Inventory,
): Promise<'counted' | 'later' | 'taken'> => {
  let inventory: Inventory | undefined = given;
  let idle = 0;
  for await (const page of counting.walk(given.position)) {
    const parts = portions(page, inventory, counting.atOnce ?? AT_ONCE);
    for (const { some, position } of parts) {
      inventory = await judge(counting, { inventory, position }, some);
      if (inventory === undefined) return 'taken';
    }
    idle = parts.length > 0 ? 0 : idle + 1;
    const timeUp = counting.clock.now() - started > RUN_TIME_MS;
    if (page.next && (timeUp || idle >= IDLE_PAGES)) {
      const { inventoryId } = inventory;
      const due = timeUp ? itemsKeys.gsi3('inventory', { lookAt: later(counting, 0), inventoryId }) : {};
      inventory = await keep(counting, { inventory, position: page.next }, { set: due });
      if (inventory === undefined) return 'taken';
      if (timeUp) return 'later';
      idle = 0;
    }
  }
  const found = await foundIn(counting.table, inventory.inventoryId);
  const set = { state: 'counted', countedAt: later(counting, 0), found };
  const end = await keep(
    counting,
    { inventory, position: undefined },
    { set, remove: ['position', 'gsi3pk', 'gsi3sk'] },
  );
  return end === undefined ? 'taken' : 'counted';
};

/**
 * Counts the closed inventories: scans all items and stores which of the expected copies were not seen. Results are written together with
 * the scan position, so that an interrupted run resumes and counts nothing twice; of two concurrent runs one stops. Returns how many
 * inventories it finished.
 */
export const countInventories = async (counting: Counting): Promise<{ counted: number; later: number }> => {
  const { table, clock } = counting;
  const partition = itemsKeys.indexPartition('inventory', 'gsi3', {});
  const between: [string, string] = [' ', `${later(counting, 0)}~`];
  const due = await table.query({ index: 'gsi3', partition, between, limit: 20 });
  const started = clock.now();
  const done = { counted: 0, later: 0 };
  for (const { pk, sk } of due.items) {
    if (clock.now() - started > RUN_TIME_MS) break;
    const row = await table.get({ pk: String(pk), sk: String(sk) }, { strong: true });
    const inventory = row && readInventory(row);
    if (inventory?.state !== 'closed') continue;
    const taken = itemsKeys.gsi3('inventory', {
      lookAt: later(counting, LEASE_MS),
      inventoryId: inventory.inventoryId,
    });
    const mine = await keep(counting, { inventory, position: inventory.position }, { set: taken });
    const came = mine ? await countOn(counting, started, mine) : 'taken';
    if (came !== 'taken') done[came] += 1;
  }
  return done;
};
