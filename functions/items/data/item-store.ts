import { labelReadings } from '../../../layers/kernel/identity/card-number.ts';
import type { Condition } from '../../../layers/platform/dynamodb/condition.ts';
import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import type { EncodedFacts } from '../domain/fact-codec.ts';
import type { ItemCirculation } from '../domain/item-circulation.ts';
import { readBarcode } from './barcode-pointer.ts';
import { readItem } from './item-codec.ts';
import { gsi1, gsi2, indexPartition, key, listKey } from './keys.ts';
import { packLoan } from './packed-loan.ts';
import { packRequest } from './packed-request.ts';
import { packReserve } from './packed-reserve.ts';
import { packWay } from './packed-way.ts';

export { readItem } from './item-codec.ts';

/** The lists of a branch for items: the pull list, the hold shelf, items in transit to it, and items missing there. */
export type ItemList = 'pull' | 'shelf' | 'transitTo' | 'missing';

const listed = (item: ItemCirculation): { list: string; since: string; itemId: string } | undefined => {
  const { state, currentBranch, transit: way, hold: claim, lastCheckin, aside, loan: lent, itemId } = item;
  if (state === 'in-transit' && way) return { list: listKey('transitTo', way.to), since: way.sentAt ?? '-', itemId };
  // A hold's id begins with the time it was placed: the oldest hold is pulled first.
  if (state === 'paged' && claim) return { list: listKey('pull', currentBranch), since: claim.holdId, itemId };
  // Also to be pulled and scanned: items that their owner requests elsewhere, or that were called back from transit.
  const asked = lent === undefined && way?.sentAt === undefined ? way?.requestedAt : undefined;
  const since = asked ?? (state === 'cancelled-transit' ? aside?.at : undefined);
  if (since !== undefined) return { list: listKey('pull', currentBranch), since, itemId };
  if (state === 'missing') return { list: listKey('missing', currentBranch), since: aside?.at ?? '-', itemId };
  if (state === 'on-hold-shelf') {
    return { list: listKey('shelf', currentBranch), since: claim?.shelfExpiresAt ?? lastCheckin?.at ?? '-', itemId };
  }
  return undefined;
};

/** Returns the stored item of a circulation record: on its patron's list while on loan, on a branch's list when one applies. */
export const itemRecord = (item: ItemCirculation, facts?: EncodedFacts): Item => {
  const list = listed(item);
  return {
    ...key('item', item),
    ...(item.loan && gsi1('item', { patronId: item.loan.patronId, loanId: item.loan.loanId })),
    ...(list && gsi2('item', list)),
    ...item,
    ...(item.loan && { loan: packLoan(item.loan) }),
    ...packWay(item),
    ...packReserve(item),
    ...(item.request && { request: packRequest(item.request) }),
    ...stamp('item', item.v),
    ...(facts && { facts }),
  };
};

/**
 * Returns the write of a change without a decision: the description, the barcode, or the union record. It removes the facts of the last
 * decision, which the relay would publish again under the raised counter.
 */
export const itemUpdate = (
  { itemId }: { itemId: string },
  { set, remove = [] }: { set: Record<string, unknown>; remove?: readonly string[] },
  when: Condition,
): Write => ({ update: key('item', { itemId }), set, remove: [...remove, 'facts'], when });

/** Stores the items' circulation records. */
export type ItemStore = {
  get(itemId: string, reading?: Consistency): Promise<ItemCirculation | undefined>;
  getMany(itemIds: readonly string[], reading?: Consistency): Promise<ItemCirculation[]>;
  /** Finds items by id, or by barcode as scanned: all items with it, two when old numbers of members collide. */
  find(barcodeOrId: string, reading?: Consistency): Promise<ItemCirculation[]>;
  /** Finds the items of many barcodes at once, in their order: two reads in batches, for any number. */
  findAll(barcodes: readonly string[], reading?: Consistency): Promise<ItemCirculation[][]>;
  /** Returns a patron's items on loan: the index lists them, and the records themselves are read. */
  lentTo(patronId: string): Promise<ItemCirculation[]>;
  /** Returns the ids of a patron's items on loan, from the index: a loan just made may be missing. */
  idsLentTo(patronId: string): Promise<string[]>;
  /** Counts the copies to be pulled at a branch, up to a maximum. */
  openPages(branchId: string, most: number): Promise<number>;
  /** Lists a page of a branch's list, oldest first; `before` leaves out items listed at or after that time. */
  list(
    list: ItemList,
    branchId: string,
    pageRequest: PageRequest & { before?: string | undefined },
  ): Promise<CursorPage<ItemCirculation> | 'bad-cursor'>;
};

const itemIdsOf = (pointer: unknown): string[] => readBarcode(pointer).bearers.map(({ itemId }) => itemId);

/** Returns the store of items in the table. */
export const itemStore = (table: Table): ItemStore => {
  const get: ItemStore['get'] = async (itemId, reading = {}) => {
    const item = await table.get(key('item', { itemId }), reading);
    return item && readItem(item);
  };
  const getMany: ItemStore['getMany'] = async (itemIds, reading = {}) => {
    const keys = itemIds.map((itemId) => key('item', { itemId }));
    return (await table.getMany(keys, reading)).flatMap((item) => (item ? [readItem(item)] : []));
  };
  const loansOf = async (patronId: string): Promise<Key[]> => {
    const partition = indexPartition('item', 'gsi1', { patronId });
    const keys = await table.queryAll({ index: 'gsi1', partition, begins: 'LOAN#' });
    return keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  };
  const findAll: ItemStore['findAll'] = async (barcodes, reading) => {
    const readings = barcodes.map((scan) => labelReadings(scan).filter((barcode) => barcode !== ''));
    const rows = await table.getMany(
      readings.flat().map((barcode) => key('barcode', { barcode })),
      reading,
    );
    const pointers = new Map(readings.flat().map((barcode, i) => [barcode, rows[i]]));
    const ids = readings.map((some) => {
      const found = some.map((barcode) => pointers.get(barcode)).find((row) => row !== undefined);
      return found === undefined ? [] : itemIdsOf(found);
    });
    const items = new Map((await getMany(ids.flat(), reading)).map((item) => [item.itemId, item]));
    return ids.map((some) => some.flatMap((itemId) => items.get(itemId) ?? []));
  };
  return {
    get,
    getMany,
    findAll,
    find: async (reference, reading) => {
      if (reference.startsWith('itm_')) return getMany([reference], reading);
      return (await findAll([reference], reading))[0] ?? [];
    },
    lentTo: async (patronId) => {
      const items = await table.getMany(await loansOf(patronId));
      return items.flatMap((item) => (item ? [readItem(item)] : [])).filter((item) => item.loan?.patronId === patronId);
    },
    idsLentTo: async (patronId) => {
      const before = key('item', { itemId: '-' }).pk.length - 1;
      return (await loansOf(patronId)).map(({ pk }) => pk.slice(before));
    },
    openPages: async (branchId, most) => {
      if (most === 0) return 0;
      const partition = listKey('pull', branchId);
      return (await table.query({ index: 'gsi2', partition, limit: most })).items.length;
    },
    list: (list, branchId, { before, ...pageRequest }) => {
      const range = before === undefined ? {} : { between: ['-', before] as [string, string] };
      return readPage(table, { index: 'gsi2', partition: listKey(list, branchId), ...range }, pageRequest, readItem);
    },
  };
};
