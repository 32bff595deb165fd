import type { Hold } from '../domain/circulation/hold.ts';
import type { ItemCirculation } from '../domain/circulation/item-circulation.ts';
import { findRecord } from './catalogue/union-record.ts';
import { holdStore } from './hold-store.ts';
import { itemStore } from './item-store.ts';
import { key, sortPrefix } from './keys.ts';
import type { Table } from './table.ts';

type Reading = { strong?: boolean };

/** A union record as holds see it: its id now, and all ids whose holds are in its queue. */
export type UnionQueue = { recordId: string; recordIds: string[]; sources: readonly string[] };

/** Copies and queues of union records: both follow merges. */
export type Unions = {
  find(recordId: string, reading?: Reading): Promise<UnionQueue | undefined>;
  /** The open holds that an item's union record has, in order: those of records merged into it by the time of request (C34). */
  waitingFor(item: ItemCirculation, reading?: Reading): Promise<Hold[]>;
  /** All copies of a union record. */
  copies(union: UnionQueue, reading?: Reading): Promise<ItemCirculation[]>;
};

/** The unions kept in the table. */
export const unionsOf = (table: Table): Unions => {
  const find: Unions['find'] = async (recordId, reading = {}) => {
    const found = await findRecord(table, recordId, reading);
    if (!found) return undefined;
    const { now } = found;
    return { recordId: now.recordId, recordIds: [now.recordId, ...now.absorbed], sources: now.sources };
  };
  return {
    find,
    waitingFor: async ({ recordId }, reading) => {
      if (recordId === undefined) return [];
      const union = await find(recordId, reading);
      return holdStore(table).queue(union?.recordIds ?? [recordId], reading);
    },
    copies: async ({ sources }, reading = {}) => {
      const lists = await Promise.all(
        sources.map((sourceId) =>
          table.queryAll({
            partition: key('source', { sourceId }).pk,
            begins: sortPrefix('itemDescription'),
            ...(reading.strong && { strong: true }),
          }),
        ),
      );
      const ids = lists.flat().map(({ itemId }) => String(itemId));
      return itemStore(table).getMany(ids, reading);
    },
  };
};
