import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import { copiesShown, isLentTo } from './hidden-with.ts';
import { findRecord } from './union-record.ts';

type Reading = { strong?: boolean };

/** A union record: its current id, and all ids merged into it, under which holds may have been placed. */
export type UnionIds = { recordId: string; recordIds: string[]; sources: readonly string[] };

/** Returns the copies that may be lent to a member's patrons, including the one that is already assigned to a hold of theirs. */
export type CopiesLent = (member: string, promised?: string) => ItemCirculation[];

/** Reads union records and their copies; both follow merges. */
export type UnionCopies = {
  find(recordId: string, reading?: Reading): Promise<UnionIds | undefined>;
  /** Returns all copies of a union record. */
  copies(union: UnionIds, reading?: Reading): Promise<ItemCirculation[]>;
  /** Returns those of them that may fill holds of a member's patrons: none that another member hides from it (`isLentTo`). */
  copiesLent(union: UnionIds, reading?: Reading): Promise<CopiesLent>;
};

/** Returns the reader of union records and their copies in the table. */
export const unionCopies = (table: Table): UnionCopies => {
  const copiesOf = async ({ sources }: UnionIds, reading: Reading = {}) => {
    const shown = await copiesShown(table, sources, reading);
    const items = await itemStore(table).getMany(
      shown.map(({ itemId }) => itemId),
      reading,
    );
    return { shown, items };
  };
  return {
    find: async (recordId, reading = {}) => {
      const found = await findRecord(table, recordId, reading);
      // A temporary record for an item of an outside library has no queue: nobody else can request it.
      if (!found || found.now.sources.some(isTemporarySource)) return undefined;
      const { now } = found;
      return { recordId: now.recordId, recordIds: [now.recordId, ...now.absorbed], sources: now.sources };
    },
    copies: async (union, reading) => (await copiesOf(union, reading)).items,
    copiesLent: async (union, reading) => {
      const { shown, items } = await copiesOf(union, reading);
      return (member, promised) => {
        const lent = new Set(shown.filter((copy) => isLentTo(member, copy)).map(({ itemId }) => itemId));
        return items.filter(({ itemId }) => lent.has(itemId) || itemId === promised);
      };
    },
  };
};
