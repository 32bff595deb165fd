import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type UnionCopies, unionCopies } from '../../catalogue/public/union-copies.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Scan } from '../domain/best-hold.ts';
import { type Candidates, candidatesFor, firstHolds, holdsUntil } from './hold-candidates.ts';
import { readHold } from './hold-store.ts';
import { key } from './keys.ts';

type Reading = { strong?: boolean };

/** Reads the copies and the hold queues of union records; both follow merges. */
export type Unions = UnionCopies & {
  /** The holds among which a scanned copy chooses: of its union record and of those merged into it, by the time of request (C34). */
  candidates(scan: Scan, reading?: Reading): Promise<Candidates>;
  /** The open holds on an item's union record, in order, read until there are enough of them. */
  waitingFor(item: ItemCirculation, areEnough: (open: readonly Hold[]) => boolean, reading?: Reading): Promise<Hold[]>;
  /** The first so many open holds on union records, in order; whether more are known. */
  firstHolds(recordIds: readonly string[], count: number): Promise<{ holds: Hold[]; more: boolean }>;
  /** The hold of this id, on the item's union record or any merged into it. */
  holdOn(item: ItemCirculation, holdId: string, reading?: Reading): Promise<Hold | undefined>;
};

/** Reads union records, their copies and their queues from the table. */
export const unionsOf = (table: Table): Unions => {
  const copies = unionCopies(table);
  const idsOf = async ({ recordId }: ItemCirculation, reading?: Reading): Promise<readonly string[]> =>
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
