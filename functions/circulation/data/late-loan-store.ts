import * as z from 'zod';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPages } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import { type LateLoan, type LateStage, lateStages } from '../domain/loans/late-loan.ts';
import { key } from './keys.ts';
import { clearLateClass, lateClassWrite } from './late-class-store.ts';

const stored = z.object({
  branchId: z.string(),
  stage: z.enum(lateStages),
  since: z.string(),
  loanId: z.string(),
  itemId: z.string(),
  classId: z.string().exactOptional(),
});

/** Returns the class of the borrower of an item with the member of its school; undefined where the borrower is in none. */
const classOfBorrower = async (table: Table, { loan }: ItemCirculation) => {
  const row = loan && (await table.get(patronsKeys.key('patronStatus', loan)));
  const { classId, homeMember } = row ? readPatronStatus(row) : {};
  return classId === undefined || homeMember === undefined ? undefined : { classId, memberId: homeMember };
};

const entryWrites = (entry: LateLoan): Write[] => {
  const { branchId, classId } = entry;
  const put = { ...key('lateLoan', entry), ...stamp('lateLoan', 1), ...entry };
  if (classId === undefined) return [{ put }];
  // The count follows the row: of two writers that add it at once, one counts.
  return [{ put, when: absent() }, lateClassWrite({ branchId, classId }, 1)];
};

const dropEntry = async (table: Table, entry: LateLoan, { classId }: { classId?: unknown } = {}): Promise<void> => {
  const { branchId } = entry;
  if (typeof classId !== 'string') {
    await table.write([{ delete: key('lateLoan', entry) }]);
    return;
  }
  const of = { branchId, classId };
  await table.write([{ delete: key('lateLoan', entry), when: present() }, lateClassWrite(of, -1)]);
  await clearLateClass(table, of);
};

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
    const there = await table.getMany(
      entries.map((entry) => key('lateLoan', entry)),
      { strong: true },
    );
    // Each overdue step checks again: a read of the existing entry costs a fraction of a write.
    const missing = entries.filter((_, place) => there[place] === undefined);
    if (missing.length === 0) return true;
    const borrower = await classOfBorrower(table, item);
    const rows = missing.flatMap((entry) => {
      const isOfSchool = entry.stage === 'overdue' && borrower?.memberId === memberOfBranch(entry.branchId);
      return entryWrites(isOfSchool ? { ...entry, classId: borrower.classId } : entry);
    });
    return (
      (await table.write([{ check: itemsKeys.key('item', item), when: unchanged(item.v) }, ...rows])) === undefined
    );
  },
  drop: async (entries) => {
    if (entries.length === 0) return;
    const rows = await table.getMany(
      entries.map((entry) => key('lateLoan', entry)),
      { strong: true },
    );
    await Promise.all(entries.map((entry, place) => dropEntry(table, entry, rows[place])));
  },
  list: (branchIds, stage, pageRequest) => {
    const queries = branchIds.map((branchId) => {
      const { pk: partition } = key('lateLoan', { branchId, stage, since: '-', loanId: '-' });
      return { partition, begins: `${stage}#` };
    });
    return readPages(table, queries, pageRequest, (row) => stored.parse(row));
  },
});
