import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type UnionCopies, unionCopies } from '../../catalogue/public/union-copies.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Scan } from '../domain/holds/best-hold.ts';
import { type Candidates, candidatesFor, firstHolds, holdsUntil } from './hold-candidates.ts';
import { readHold } from './hold-store.ts';
import { key } from './keys.ts';

/** Reads the copies and the hold queues of union records; both follow merges. */
export type Unions = UnionCopies & {
  /**
   * Returns the holds that a scanned copy can choose from: of its union record and of those merged into it, by the time of request
   * (C34).
   */
  candidates(scan: Scan, reading?: Consistency): Promise<Candidates>;
  /** Returns the open holds on an item's union record, in queue order, read until they suffice. */
  waitingFor(
    item: ItemCirculation,
    areEnough: (open: readonly Hold[]) => boolean,
    reading?: Consistency,
  ): Promise<Hold[]>;
  /** Returns the first open holds on union records, in queue order, and whether there are more. */
  firstHolds(recordIds: readonly string[], count: number): Promise<{ holds: Hold[]; more: boolean }>;
  /** Returns the hold of this id, on the item's union record or any merged into it. */
  holdOn(item: ItemCirculation, holdId: string, reading?: Consistency): Promise<Hold | undefined>;
};

/** Reads union records, their copies and their queues from the table. */
export const unionsOf = (table: Table): Unions => {
  const copies = unionCopies(table);
  const idsOf = async ({ recordId }: ItemCirculation, reading?: Consistency): Promise<readonly string[]> =>
    recordId === undefined ? [] : ((await copies.find(recordId, reading))?.recordIds ?? [recordId]);
  return {
    ...copies,
    candidates: async (scan, reading) => candidatesFor(table, await idsOf(scan.item, reading), scan, reading),
    waitingFor: async (item, areEnough, reading) => holdsUntil(table, await idsOf(item, reading), areEnough, reading),
    firstHolds: (recordIds, count) => firstHolds(table, recordIds, count),
    holdOn: async (item, holdId, reading) => {
      const keys = (await idsOf(item, reading)).map((recordId) => key('hold', { recordId, holdId }));
      const found = (await table.getMany(keys, reading)).find((row) => row !== undefined);
      return found && readHold(found);
    },
  };
};
