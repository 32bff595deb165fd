import * as z from 'zod';
import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPages } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { type LateLoan, type LateStage, lateStages } from '../domain/loans/late-loan.ts';
import { key } from './keys.ts';

const stored = z.object({
  branchId: z.string(),
  stage: z.enum(lateStages),
  since: z.string(),
  loanId: z.string(),
  itemId: z.string(),
});

/** Stores the late lists. Separate rows with ids only; the item itself shows the borrower and whether the loan is still late. */
export type LateLoanStore = {
  /**
   * Adds the entries of an item's loan while the item is unchanged since it was read; false when it changed, so that a returned item is
   * not added.
   */
  enter(item: ItemCirculation, entries: readonly LateLoan[]): Promise<boolean>;
  drop(entries: readonly LateLoan[]): Promise<void>;
  /** Returns a page of the entries of branches, one branch after another, oldest first in each. */
  list(
    branchIds: readonly string[],
    stage: LateStage,
    pageRequest: PageRequest,
  ): Promise<CursorPage<LateLoan> | 'bad-cursor'>;
};

/** Stores the lists in the table. */
export const lateLoanStore = (table: Table): LateLoanStore => ({
  enter: async (item, entries) => {
    const there = await table.getMany(entries.map((entry) => key('lateLoan', entry)));
    // Each overdue step checks again: a read of the existing entry costs a fraction of a write.
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
