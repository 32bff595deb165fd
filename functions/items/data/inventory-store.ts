import * as z from 'zod';
import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { type Finding, findingOf, type InventoryPlace, meantHere, type WrongFinding } from '../domain/inventory.ts';
import { itemStore } from './item-store.ts';
import { gsi2, gsi3, indexPartition, key, sortPrefix } from './keys.ts';

/** How long an inventory and its results are stored. */
const RETENTION_MS = 2 * 366 * 24 * 60 * 60 * 1000;

/** The index by which findings are counted is updated after the writes: a count begins when it is certainly up to date. */
const SETTLES_MS = 60_000;

/** A transaction has at most 100 writes; the check that the inventory is open is one of them. */
const AT_ONCE = 90;

const stored = z.object({
  inventoryId: z.string(),
  branchId: z.string(),
  location: z.string().exactOptional(),
  openedAt: z.string(),
  by: z.string(),
  state: z.enum(['open', 'closed', 'counted']),
  closedAt: z.string().exactOptional(),
  countedAt: z.string().exactOptional(),
  /** The position of the count in the table scan. */
  position: z
    .object({ segment: z.number(), after: z.object({ pk: z.string(), sk: z.string() }).exactOptional() })
    .exactOptional(),
  expected: z.number(),
  seen: z.number(),
  notSeen: z.number(),
  /** The wrong findings by kind, once counted. */
  found: z.record(z.string(), z.number()).exactOptional(),
  expiresAt: z.number(),
  v: z.number(),
});

/** An inventory of a branch as stored: the counts are complete only once it is counted. */
export type Inventory = z.infer<typeof stored>;

/** Decodes a stored inventory. */
export const readInventory = (item: unknown): Inventory => stored.parse(item);

const scanStored = z.object({
  number: z.string(),
  itemId: z.string().exactOptional(),
  sourceId: z.string().exactOptional(),
  at: z.string().exactOptional(),
});

/** A line of an inventory's report: the number on the label, the copy if there is one, and when it was scanned. */
export type InventoryLine = z.infer<typeof scanStored>;

/** The result of a recorded scan. */
export type NotedScan = { scan: string; number: string; finding: Finding; itemId?: string };

/** Stores the inventories of shelves. */
export type InventoryStore = {
  open(inventory: InventoryPlace & Pick<Inventory, 'inventoryId' | 'by'>): Promise<Inventory>;
  get(branchId: string, inventoryId: string): Promise<Inventory | undefined>;
  /** Lists a branch's inventories, newest first. */
  list(branchId: string, pageRequest: PageRequest): Promise<CursorPage<Inventory> | 'bad-cursor'>;
  /** Records scans, judged by the current records; repeating the same scans changes nothing. `at` is ISO 8601. */
  note(inventory: Inventory, scans: readonly string[], at: string): Promise<NotedScan[] | 'closed'>;
  /** Closes it, to be counted; a closed one does not change. `now` in epoch ms. */
  close(inventory: Inventory, now: number): Promise<Inventory>;
  /** Lists a page of the copies not seen, by location and call number, or of the wrong findings, by number. */
  lines(
    inventoryId: string,
    of: 'not-seen' | WrongFinding,
    pageRequest: PageRequest,
  ): Promise<CursorPage<InventoryLine> | 'bad-cursor'>;
};

/** Returns the shelves that an inventory covers. */
export const placeOf = ({ branchId, location, openedAt }: Inventory): InventoryPlace => ({
  branchId,
  openedAt,
  ...(location !== undefined && { location }),
});

type Judged = NotedScan & { sourceId?: string };

const scanRow = ({ inventoryId, expiresAt }: Inventory, { scan: _, ...judged }: Judged, at: string): Item => {
  const about = judged.itemId ?? judged.number;
  return {
    ...key('inventoryScan', { inventoryId, about }),
    // Correct findings are not listed: a branch may have two hundred thousand of them.
    ...(judged.finding !== 'right' && gsi2('inventoryScan', { inventoryId, about, ...judged })),
    ...stamp('inventoryScan', 1),
    ...{ inventoryId, ...judged, at, expiresAt },
  };
};

/** Returns the store of inventories in the table. */
export const inventoryStore = (table: Table): InventoryStore => {
  const items = itemStore(table);
  const get: InventoryStore['get'] = async (branchId, inventoryId) => {
    const found = await table.get(key('inventory', { inventoryId }), { strong: true });
    const inventory = found && readInventory(found);
    return inventory?.branchId === branchId ? inventory : undefined;
  };
  const judge = async (inventory: Inventory, scans: readonly string[]): Promise<Judged[]> => {
    const found = await items.findAll(scans);
    const place = placeOf(inventory);
    return scans.map((scan, i) => {
      const item = meantHere(found[i] ?? [], place);
      const finding = findingOf(item, place);
      if (item === undefined) return { scan, number: normaliseScan(scan), finding };
      const { itemId, sourceId, barcode } = item;
      return { scan, number: barcode === '' ? itemId : barcode, finding, itemId, sourceId };
    });
  };
  return {
    get,
    open: async (opened) => {
      const expiresAt = Math.floor((Date.parse(opened.openedAt) + RETENTION_MS) / 1000);
      const inventory: Inventory = { ...opened, state: 'open', expected: 0, seen: 0, notSeen: 0, expiresAt, v: 1 };
      const put = { ...key('inventory', opened), ...gsi2('inventory', opened), ...stamp('inventory', 1), ...inventory };
      await table.write([{ put }]);
      return inventory;
    },
    list: (branchId, pageRequest) => {
      const partition = indexPartition('inventory', 'gsi2', { branchId });
      return readPage(table, { index: 'gsi2', partition, backwards: true }, pageRequest, readInventory);
    },
    note: async (inventory, scans, at) => {
      const judged = await judge(inventory, scans);
      const rows = [...new Map(judged.map((one) => [one.itemId ?? one.number, scanRow(inventory, one, at)])).values()];
      // A scan is recorded before the inventory closes, or not at all: so a count misses no accepted scan.
      const open = { check: key('inventory', inventory), when: equals('state', 'open') };
      for (let i = 0; i < rows.length; i += AT_ONCE) {
        const conflict = await table.write([open, ...rows.slice(i, i + AT_ONCE).map((put) => ({ put }))]);
        if (conflict) return 'closed';
      }
      return judged.map(({ sourceId: _, ...noted }) => noted);
    },
    close: async (inventory, now) => {
      const { inventoryId, branchId } = inventory;
      const due = gsi3('inventory', { lookAt: iso(now + SETTLES_MS), inventoryId });
      const set = { state: 'closed', closedAt: iso(now), ...due };
      await table.write([{ update: key('inventory', inventory), set, when: equals('state', 'open') }]);
      return (await get(branchId, inventoryId)) ?? inventory;
    },
    lines: async (inventoryId, of, pageRequest) => {
      const read = (row: unknown): InventoryLine => scanStored.parse(row);
      if (of !== 'not-seen') {
        const partition = indexPartition('inventoryScan', 'gsi2', { inventoryId, finding: of });
        return readPage(table, { index: 'gsi2', partition }, pageRequest, read);
      }
      const { pk: partition } = key('inventory', { inventoryId });
      return readPage(table, { partition, begins: sortPrefix('inventoryNotSeen') }, pageRequest, read);
    },
  };
};
