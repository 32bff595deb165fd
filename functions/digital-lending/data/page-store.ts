import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { key, sortPrefix } from './keys.ts';

const stored = z.object({
  collectionId: z.string(),
  address: z.string(),
  /** The version of the page at the vendor. */
  etag: z.string().exactOptional(),
  next: z.string().exactOptional(),
  titleKeys: z.array(z.string()),
  entries: z.number(),
  unreadable: z.number(),
  /** The harvest that saw the page last, and when that began. */
  seenBy: z.string(),
  startedAt: z.string(),
});

/** A page of a feed, as the last harvest saw it. */
export type StoredPage = z.infer<typeof stored>;

const keyOf = ({ collectionId, address }: Pick<StoredPage, 'collectionId' | 'address'>) =>
  key('digitalPage', { collectionId, pageKey: sha256(address).slice(0, 20) });

/** Stores the pages of feeds. */
export const pageStore = (table: Table) => ({
  ofCollection: async (collectionId: string): Promise<StoredPage[]> => {
    const { pk: partition } = keyOf({ collectionId, address: '' });
    const rows = await table.queryAll({ partition, begins: sortPrefix('digitalPage'), strong: true });
    return rows.map((row) => stored.parse(row));
  },
  put: async (page: StoredPage): Promise<void> => {
    await table.write([{ put: { ...keyOf(page), ...stamp('digitalPage', 1), ...page } }]);
  },
  remove: async (page: StoredPage): Promise<void> => {
    await table.write([{ delete: keyOf(page) }]);
  },
});
export type PageStore = ReturnType<typeof pageStore>;
