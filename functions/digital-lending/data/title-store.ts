import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { TitleAvailability } from '../../../layers/protocols/opds/lending.ts';
import { type Title, titleSchema } from '../domain/title.ts';
import { key, sortPrefix } from './keys.ts';

/** The name of a title. */
export type TitleName = Pick<Title, 'collectionId' | 'titleKey'>;

/** Stores the titles of collections. */
export type TitleStore = {
  /** Returns the titles of these names that exist. */
  getMany(names: readonly TitleName[]): Promise<Title[]>;
  ofCollection(collectionId: string): Promise<Title[]>;
  /** Returns the next titles of a collection in the order of their keys, behind one. */
  page(collectionId: string, after: string | undefined, limit: number): Promise<Title[]>;
  put(title: Title): Promise<void>;
  /** Corrects the counts of a title at once, before the feed says so. */
  correct(name: TitleName, availability: TitleAvailability): Promise<void>;
  remove(name: TitleName): Promise<void>;
};

/** The titles in the table. */
export const titleStore = (table: Table): TitleStore => ({
  getMany: async (names) => {
    const rows = await table.getMany(names.map((name) => key('digitalTitle', name)));
    return rows.flatMap((row) => (row ? [titleSchema.parse(row)] : []));
  },
  ofCollection: async (collectionId) => {
    const { pk: partition } = key('digitalTitle', { collectionId, titleKey: '-' });
    const rows = await table.queryAll({ partition, begins: sortPrefix('digitalTitle') });
    return rows.map((row) => titleSchema.parse(row));
  },
  page: async (collectionId, after, limit) => {
    const { pk: partition } = key('digitalTitle', { collectionId, titleKey: '-' });
    const begins = sortPrefix('digitalTitle');
    // `!` sorts directly behind the key itself, `~` behind every key.
    const between: [string, string] = [after === undefined ? begins : `${begins}${after}!`, `${begins}~`];
    const { items } = await table.query({ partition, between, limit });
    return items.map((row) => titleSchema.parse(row));
  },
  put: async (title) => {
    await table.write([
      { put: { ...key('digitalTitle', title), ...stamp('digitalTitle', title.v + 1), ...title, v: title.v + 1 } },
    ]);
  },
  correct: async (name, availability) => {
    // A title that the harvest removed meanwhile stays removed.
    await table.write([{ update: key('digitalTitle', name), set: { availability }, when: present() }]);
  },
  remove: async (name) => {
    await table.write([{ delete: key('digitalTitle', name) }]);
  },
});
