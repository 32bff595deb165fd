import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Merge } from '../data/merge-store.ts';
import { patronStore } from '../data/patron-store.ts';
import { findPossibleDuplicates, notePairs } from '../data/possible-duplicate-store.ts';
import { endUndo } from '../data/undo-begin.ts';
import type { PatronData } from './patron-data.ts';
import { returnMergedRows } from './return-merged-rows.ts';

/** Continues an undo that has begun, and completes it. */
export const continueUndo = async (
  { table, patronData }: { table: Table; patronData: readonly PatronData[] },
  merge: Merge,
  at: string,
) => {
  const report = await returnMergedRows(patronData, { table, from: merge.patronId, to: merge.survivorId });
  const back = await patronStore(table).get(merge.patronId, { strong: true });
  if (back?.status.patronId === merge.patronId) {
    const { person, patronId, memberId } = back.person;
    await notePairs(table, { patronId, memberId }, await findPossibleDuplicates(table, patronId, person), at);
  }
  await endUndo(table, merge);
  return report;
};
