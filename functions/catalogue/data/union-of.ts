import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readHold } from '../../circulation/data/hold-store.ts';
import { keys as circulationKeys } from '../../circulation/data/keys.ts';
import type { Scan } from '../../circulation/domain/best-hold.ts';
import { type Candidates, candidatesFor, holdsUntil } from '../../circulation/use-cases/hold-candidates.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import { copiesShown, isLentTo } from './hidden-with.ts';
import { findRecord } from './union-record.ts';

type Reading = { strong?: boolean };

/** A union record as holds see it: its id now, and all ids whose holds are in its queue. */
export type UnionQueue = { recordId: string; recordIds: string[]; sources: readonly string[] };

/** The copies that may be given to a member's patrons; with the one that is promised to a hold of theirs already. */
export type CopiesLent = (member: string, promised?: string) => ItemCirculation[];

/** Copies and queues of union records: both follow merges. */
export type Unions = {
  find(recordId: string, reading?: Reading): Promise<UnionQueue | undefined>;
  /** The holds among which a scanned copy chooses: of its union record, of those merged into it, by the time of request (C34). */
  candidates(scan: Scan, reading?: Reading): Promise<Candidates>;
  /** The open holds that an item's union record has, in order, read until there are enough of them. */
  waitingFor(item: ItemCirculation, areEnough: (open: readonly Hold[]) => boolean, reading?: Reading): Promise<Hold[]>;
  /** The hold of this id, on the item's union record or any merged into it. */
  holdOn(item: ItemCirculation, holdId: string, reading?: Reading): Promise<Hold | undefined>;
  /** All copies of a union record. */
  copies(union: UnionQueue, reading?: Reading): Promise<ItemCirculation[]>;
  /** Those of them that may fill holds of a member's patrons: none that another member hides from it (`isLentTo`). */
  copiesLent(union: UnionQueue, reading?: Reading): Promise<CopiesLent>;
};

/** The unions kept in the table. */
export const unionsOf = (table: Table): Unions => {
  const find: Unions['find'] = async (recordId, reading = {}) => {
    const found = await findRecord(table, recordId, reading);
    // What stands for an item of a library outside has no queue: nobody else can ask for it.
    if (!found || found.now.sources.some(isTemporarySource)) return undefined;
    const { now } = found;
    return { recordId: now.recordId, recordIds: [now.recordId, ...now.absorbed], sources: now.sources };
  };
  const idsOf = async ({ recordId }: ItemCirculation, reading?: Reading): Promise<readonly string[]> =>
    recordId === undefined ? [] : ((await find(recordId, reading))?.recordIds ?? [recordId]);
  const copiesOf = async ({ sources }: UnionQueue, reading: Reading = {}) => {
    const shown = await copiesShown(table, sources, reading);
    const items = await itemStore(table).getMany(
      shown.map(({ itemId }) => itemId),
      reading,
    );
    return { shown, items };
  };
  return {
    find,
    candidates: async (scan, reading) => candidatesFor(table, await idsOf(scan.item, reading), scan, reading),
    waitingFor: async (item, areEnough, reading) => holdsUntil(table, await idsOf(item, reading), areEnough, reading),
    holdOn: async (item, holdId, reading) => {
      const keys = (await idsOf(item, reading)).map((recordId) => circulationKeys.key('hold', { recordId, holdId }));
      const found = (await table.getMany(keys, reading)).find((row) => row !== undefined);
      return found && readHold(found);
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
