import * as z from 'zod';
import type { ItemCirculation } from '../domain/circulation/item-circulation.ts';
import { itemStates } from '../domain/circulation/item-states.ts';
import type { ToldFacts } from '../domain/circulation/told-facts.ts';
import { type CursorPage, type PageWish, readPage } from './cursor.ts';
import { gsi1, gsi2, indexPartition, key, listKey } from './keys.ts';
import { packLoan, storedLoan } from './packed-loan.ts';
import { stamp, type Table } from './table.ts';
import type { Item } from './write.ts';

const states = Object.keys(itemStates.states) as (keyof typeof itemStates.states)[];
const transit = z.object({
  from: z.string(),
  to: z.string(),
  purpose: z.enum(['home', 'hold']),
  holdId: z.string().exactOptional(),
  sentAt: z.string(),
});
const hold = z.object({
  holdId: z.string(),
  patronId: z.string(),
  pickupBranch: z.string(),
  shelfExpiresAt: z.string().exactOptional(),
});
const stored = z.object({
  itemId: z.string(),
  barcode: z.string(),
  memberId: z.string(),
  branchId: z.string(),
  location: z.string(),
  category: z.string(),
  recordId: z.string().exactOptional(),
  sourceId: z.string(),
  price: z.number().exactOptional(),
  state: z.enum(states),
  currentBranch: z.string(),
  loan: storedLoan.exactOptional(),
  transit: transit.exactOptional(),
  hold: hold.exactOptional(),
  away: z.string().exactOptional(),
  lastCheckin: z.object({ at: z.string(), branchId: z.string() }).exactOptional(),
  keys: z.array(z.string()).exactOptional(),
  v: z.number(),
});

/** An item's circulation record out of a stored item. */
export const readItem = (item: unknown): ItemCirculation => stored.parse(item);

/** The lists of a branch that items are on: to be fetched, on the hold shelf, on their way to it. */
export type ItemList = 'pull' | 'shelf' | 'transitTo';

const listed = ({ state, currentBranch, transit: way, hold: claim, lastCheckin, itemId }: ItemCirculation) => {
  if (state === 'in-transit' && way) return { list: listKey('transitTo', way.to), since: way.sentAt, itemId };
  // A hold's id begins with the time it was placed: first asked, first fetched.
  if (state === 'paged' && claim) return { list: listKey('pull', currentBranch), since: claim.holdId, itemId };
  if (state === 'on-hold-shelf') {
    return { list: listKey('shelf', currentBranch), since: claim?.shelfExpiresAt ?? lastCheckin?.at ?? '-', itemId };
  }
  return undefined;
};

/** The stored item of a circulation record: on its patron's list while lent, on a branch's list while there is one to be on. */
export const itemRecord = (item: ItemCirculation, facts?: ToldFacts): Item => {
  const list = listed(item);
  return {
    ...key('item', item),
    ...(item.loan && gsi1('item', { patronId: item.loan.patronId, loanId: item.loan.loanId })),
    ...(list && gsi2('item', list)),
    ...item,
    ...(item.loan && { loan: packLoan(item.loan) }),
    ...stamp('item', item.v),
    ...(facts && { facts }),
  };
};

type Reading = { strong?: boolean };

/** The items' circulation records. */
export type ItemStore = {
  get(itemId: string, reading?: Reading): Promise<ItemCirculation | undefined>;
  getMany(itemIds: readonly string[], reading?: Reading): Promise<ItemCirculation[]>;
  /** By barcode as scanned, or by id. */
  find(barcodeOrId: string, reading?: Reading): Promise<ItemCirculation | undefined>;
  /** What a patron has: the index says which, the records are read themselves. */
  lentTo(patronId: string): Promise<ItemCirculation[]>;
  /** How many copies of a branch are to be fetched, counted up to a number. */
  openPages(branchId: string, most: number): Promise<number>;
  list(list: ItemList, branchId: string, wish: PageWish): Promise<CursorPage<ItemCirculation> | 'bad-cursor'>;
};

const pointer = z.object({ itemId: z.string() });

/** The items kept in the table. */
export const itemStore = (table: Table): ItemStore => {
  const get: ItemStore['get'] = async (itemId, reading = {}) => {
    const item = await table.get(key('item', { itemId }), reading);
    return item && readItem(item);
  };
  const getMany: ItemStore['getMany'] = async (itemIds, reading = {}) => {
    const keys = itemIds.map((itemId) => key('item', { itemId }));
    return (await table.getMany(keys, reading)).flatMap((item) => (item ? [readItem(item)] : []));
  };
  return {
    get,
    getMany,
    find: async (reference, reading) => {
      if (reference.startsWith('itm_')) return get(reference, reading);
      const found = await table.get(key('barcode', { barcode: reference }), reading);
      return found && get(pointer.parse(found).itemId, reading);
    },
    lentTo: async (patronId) => {
      const partition = indexPartition('item', 'gsi1', { patronId });
      const keys = await table.queryAll({ index: 'gsi1', partition, begins: 'LOAN#' });
      const items = await table.getMany(keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
      return items.flatMap((item) => (item ? [readItem(item)] : [])).filter((item) => item.loan?.patronId === patronId);
    },
    openPages: async (branchId, most) => {
      if (most === 0) return 0;
      const partition = listKey('pull', branchId);
      return (await table.query({ index: 'gsi2', partition, limit: most })).items.length;
    },
    list: (list, branchId, wish) =>
      readPage(table, { index: 'gsi2', partition: listKey(list, branchId) }, wish, readItem),
  };
};
