import { absent, equals, expectedVersion, or, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { addressOf, type Collection, collectionSchema, type Harvest } from '../domain/collection.ts';
import { key, sortPrefix } from './keys.ts';

type Feed = Pick<Collection, 'collectionId' | 'address'>;

const feedKeyOf = (address: string): string => sha256(addressOf(address)).slice(0, 32);
const feedKey = (address: string) => key('digitalFeed', { feedKey: feedKeyOf(address) });

/** Returns the write by which a collection claims its feed; it fails while another one has it. */
const claimWrite = ({ collectionId, address }: Feed): Write => ({
  put: { ...feedKey(address), ...stamp('digitalFeed', 1), collectionId },
  when: or(absent(), equals('collectionId', collectionId)),
});

/** Returns the writes of the claims of a change: the feed that the collection has afterwards, and the one that it gives up. */
const claimsOf = (before: Collection | undefined, after: Collection): Write[] => {
  const claimed = after.ended ? [] : [claimWrite(after)];
  const isLeft = before && !before.ended && (after.ended || feedKeyOf(before.address) !== feedKeyOf(after.address));
  return isLeft ? [...claimed, { delete: feedKey(before.address) }] : claimed;
};

/** Stores the collections of e-book vendors: a few of each consortium. */
export type CollectionStore = {
  list(): Promise<Collection[]>;
  get(collectionId: string): Promise<Collection | undefined>;
  /** Returns the collection that has a feed, however its address is written. */
  withFeed(address: string): Promise<string | undefined>;
  /** Writes a collection with what else belongs to it, unless it changed since `before` was read, or another one has its feed. */
  save(before: Collection | undefined, collection: Collection, beside: readonly Write[]): Promise<boolean>;
  /** Writes how far a harvest is. False when staff changed the collection meanwhile. */
  saveHarvest(before: Collection, harvest: Harvest): Promise<Collection | undefined>;
};

/** The collections in the table. */
export const collectionStore = (table: Table): CollectionStore => ({
  list: async () => {
    const { pk: partition } = key('digitalCollection', { collectionId: '-' });
    const rows = await table.queryAll({ partition, begins: sortPrefix('digitalCollection') });
    return rows.map((row) => collectionSchema.parse(row));
  },
  get: async (collectionId) => {
    const row = await table.get(key('digitalCollection', { collectionId }), { strong: true });
    return row && collectionSchema.parse(row);
  },
  withFeed: async (address) => {
    const row = await table.get(feedKey(address), { strong: true });
    return row && String(row.collectionId);
  },
  save: async (before, collection, beside) => {
    const v = collection.v + 1;
    const put = { ...key('digitalCollection', collection), ...stamp('digitalCollection', v), ...collection, v };
    const writes = [{ put, when: expectedVersion(collection.v) }, ...claimsOf(before, collection), ...beside];
    return (await table.write(writes)) === undefined;
  },
  saveHarvest: async (before, harvest) => {
    const update = { update: key('digitalCollection', before), set: { harvest }, when: unchanged(before.v) };
    return (await table.write([update])) ? undefined : { ...before, harvest, v: before.v + 1 };
  },
});
