import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import { type CopyShown, copiesShown, isLentTo } from './hidden-with.ts';
import { findRecord } from './union-record.ts';

/** A union record: its current id, and all ids merged into it, under which holds may have been placed. */
export type UnionIds = { recordId: string; recordIds: string[]; sources: readonly string[] };

/** Returns the copies that may be lent to a member's patrons, including the one that is already assigned to a hold of theirs. */
export type CopiesLent = (member: string, promised?: string) => ItemCirculation[];

/** Reads union records and their copies; both follow merges. */
export type UnionCopies = {
  find(recordId: string, reading?: Consistency): Promise<UnionIds | undefined>;
  /** Returns all copies of a union record. */
  copies(union: UnionIds, reading?: Consistency): Promise<ItemCirculation[]>;
  /** Returns those of them that may fill holds of a member's patrons: none that another member hides from it (`isLentTo`). */
  copiesLent(union: UnionIds, reading?: Consistency): Promise<CopiesLent>;
  /** Returns all copies of a union record, and for each whether only patrons of its own member may borrow it. */
  shownCopies(union: UnionIds, reading?: Consistency): Promise<{ item: ItemCirculation; ownOnly: boolean }[]>;
  /** Lists the copies that may fill holds of a member's patrons, without their states. */
  listLent(unions: readonly UnionIds[], member: string, reading?: Consistency): Promise<CopyShown[]>;
};

/** Returns the reader of union records and their copies in the table. */
export const unionCopies = (table: Table): UnionCopies => {
  const copiesOf = async ({ sources }: UnionIds, reading: Consistency = {}) => {
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
    shownCopies: async (union, reading) => {
      const { shown, items } = await copiesOf(union, reading);
      const byId = new Map(shown.map((copy) => [copy.itemId, copy]));
      return items.flatMap((item) => {
        const copy = byId.get(item.itemId);
        // The empty id is that of no member: whether a copy is lent to it says whether it is lent to others.
        return copy && isLentTo(item.memberId, copy) ? [{ item, ownOnly: !isLentTo('', copy) }] : [];
      });
    },
    listLent: async (unions, member, reading) => {
      const sources = unions.flatMap((union) => union.sources);
      return (await copiesShown(table, sources, reading)).filter((copy) => isLentTo(member, copy));
    },
    copiesLent: async (union, reading) => {
      const { shown, items } = await copiesOf(union, reading);
      return (member, promised) => {
        const lent = new Set(shown.filter((copy) => isLentTo(member, copy)).map(({ itemId }) => itemId));
        return items.filter(({ itemId }) => lent.has(itemId) || itemId === promised);
      };
    },
  };
};
