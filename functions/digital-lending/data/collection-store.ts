import { expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Collection, collectionSchema, type Harvest } from '../domain/collection.ts';
import { key, sortPrefix } from './keys.ts';

/** Stores the collections of e-book vendors: a few of each consortium. */
export type CollectionStore = {
  list(): Promise<Collection[]>;
  get(collectionId: string): Promise<Collection | undefined>;
  /** Writes a collection with what else belongs to it, unless it changed since it was read. */
  save(collection: Collection, beside: readonly Write[]): Promise<boolean>;
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
  save: async (collection, beside) => {
    const v = collection.v + 1;
    const put = { ...key('digitalCollection', collection), ...stamp('digitalCollection', v), ...collection, v };
    return (await table.write([{ put, when: expectedVersion(collection.v) }, ...beside])) === undefined;
  },
  saveHarvest: async (before, harvest) => {
    const update = { update: key('digitalCollection', before), set: { harvest }, when: unchanged(before.v) };
    return (await table.write([update])) ? undefined : { ...before, harvest, v: before.v + 1 };
  },
});
