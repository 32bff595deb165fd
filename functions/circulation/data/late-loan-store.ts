import * as z from 'zod';
import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPages } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { type LateLoan, type LateStage, lateStages } from '../domain/late-loan.ts';
import { key } from './keys.ts';

const stored = z.object({
  branchId: z.string(),
  stage: z.enum(lateStages),
  since: z.string(),
  loanId: z.string(),
  itemId: z.string(),
});

/** The lists of what is late. Rows of their own, by ids: whose loan it is, and whether it still is late, the item says. */
export type LateLoanStore = {
  /** Enters an item's loan, as long as the item is as read: false when it changed, so that one just back is not entered. */
  enter(item: ItemCirculation, entries: readonly LateLoan[]): Promise<boolean>;
  drop(entries: readonly LateLoan[]): Promise<void>;
  /** A page of what is entered for branches, one branch after another, in each the oldest first. */
  list(
    branchIds: readonly string[],
    stage: LateStage,
    pageRequest: PageRequest,
  ): Promise<CursorPage<LateLoan> | 'bad-cursor'>;
};

/** The lists kept in the table. */
export const lateLoanStore = (table: Table): LateLoanStore => ({
  enter: async (item, entries) => {
    const there = await table.getMany(entries.map((entry) => key('lateLoan', entry)));
    // Each step of the ladder looks again: to find it entered is a fraction of what it costs to enter it.
    if (there.every((row) => row !== undefined)) return true;
    const rows = entries.map((entry) => ({ put: { ...key('lateLoan', entry), ...stamp('lateLoan', 1), ...entry } }));
    return (
      (await table.write([{ check: itemsKeys.key('item', item), when: unchanged(item.v) }, ...rows])) === undefined
    );
  },
  drop: async (entries) => {
    await Promise.all(entries.map((entry) => table.write([{ delete: key('lateLoan', entry) }])));
  },
  list: (branchIds, stage, pageRequest) => {
    const queries = branchIds.map((branchId) => {
      const { pk: partition } = key('lateLoan', { branchId, stage, since: '-', loanId: '-' });
      return { partition, begins: `${stage}#` };
    });
    return readPages(table, queries, pageRequest, (row) => stored.parse(row));
  },
});
