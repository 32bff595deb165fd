import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readMatching } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { FundPosting } from '../domain/posting.ts';
import { type Purchase, purchaseSchema } from '../domain/purchase.ts';
import { postingWrite } from './invoice-store.ts';
import { key } from './keys.ts';

type Place = { memberId: string; purchaseId: string };

/** What is written with a purchase. */
type With = { postings: readonly FundPosting[]; item: readonly Write[]; beside: readonly Write[] };

/** Stores what was bought without an order, with what it posts. */
export type PurchaseStore = {
  /** A strong read. */
  get(place: Place): Promise<Purchase | undefined>;
  /** Returns the purchases of a member, the newest first: all, or those from a fund. */
  list(memberId: string, fund: string | undefined, page: PageRequest): Promise<CursorPage<Purchase> | 'bad-cursor'>;
  /**
   * Writes a purchase with what it posts and the item that is made of it, in one transaction: `item` when a condition of the item failed (its barcode
   * is taken), `moved` when the purchase is not as it was read, or a fund at any level does not allow so much by now.
   */
  put(purchase: Purchase, more: With): Promise<'done' | 'item' | 'moved'>;
};

const readPurchase = ({ pk: _p, sk: _s, entity: _e, schema: _c, ...row }: Record<string, unknown>): Purchase =>
  purchaseSchema.parse(row);

/** Stores purchases in the table. */
export const purchaseStore = (table: Table): PurchaseStore => ({
  get: async (place) => {
    const found = await table.get(key('purchase', place), { strong: true });
    return found && readPurchase(found);
  },
  list: (memberId, fund, page) =>
    readMatching(table, { partition: key('purchase', { memberId, purchaseId: '-' }).pk, backwards: true }, page, {
      wanted: (row) => fund === undefined || readPurchase(row).fund === fund,
      read: readPurchase,
    }),
  put: async (purchase, { postings, item, beside }) => {
    const put = { ...key('purchase', purchase), ...stamp('purchase', purchase.v), ...purchase };
    const written = { put, when: expectedVersion(purchase.v - 1) };
    const lost = await table.write([...item, written, ...postings.map(postingWrite), ...beside]);
    if (!lost) return 'done';
    return lost.conflict.some(({ index }) => index < item.length) ? 'item' : 'moved';
  },
});
