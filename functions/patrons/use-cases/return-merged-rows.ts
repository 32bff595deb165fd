import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { counterAttribute } from '../data/counter-attribute.ts';
import { key } from '../data/keys.ts';
import { mergeUndoStore } from '../data/merge-undo-store.ts';
import type { CounterDeltas } from '../domain/record/patron-status.ts';
import type { MergeUndo, PatronData, ReturnedRow, Row, RowBefore, UndoLine } from './patron-data.ts';
import { returnUnchanged } from './return-unchanged.ts';
import { patronsReturnedRows } from './returned-rows.ts';

/** What an undo returns, or would return: a line for each loan, hold, bill and request, and the number of other rows. */
export type UndoReport = {
  lines: (UndoLine & { returns: boolean })[];
  others: { return: number; stay: number };
};

const ways = (patronData: readonly PatronData[]): Readonly<Record<string, ReturnedRow>> =>
  Object.assign({}, patronsReturnedRows, ...patronData.map(({ returnedRows }) => returnedRows));

const wayOf = (all: Readonly<Record<string, ReturnedRow>>, { entity }: Row): ReturnedRow =>
  all[String(entity)] ?? { find: returnUnchanged };

/** Moves the counters of a row with it, in the same write: both patrons' figures are exact at each step. */
const counterWrites = ({ from, to }: MergeUndo, counters: CounterDeltas = {}): Write[] => {
  const moved = Object.entries(counters).filter(([, by]) => by !== undefined && by !== 0);
  if (moved.length === 0) return [];
  return (
    [
      [from, 1],
      [to, -1],
    ] as const
  ).map(([patronId, sign]) => ({
    update: key('patronStatus', { patronId }),
    add: Object.fromEntries(moved.map(([name, by]) => [counterAttribute(name), sign * (by ?? 0)])),
    // From when the loans are due is found out by the next checkout.
    remove: ['dueFrom'],
    when: present(),
  }));
};

const reported = (all: readonly { way: ReturnedRow; row: Row; returns: boolean }[]): UndoReport => ({
  lines: all.flatMap(({ way, row, returns }) => (way.line ? [{ ...way.line(row), returns }] : [])),
  others: {
    return: all.filter(({ way, returns }) => !way.line && returns).length,
    stay: all.filter(({ way, returns }) => !way.line && !returns).length,
  },
});

/** Returns what the undo of a merge would return now, and what stays with the survivor. */
export const previewReturn = async (patronData: readonly PatronData[], undo: MergeUndo): Promise<UndoReport> => {
  const all = ways(patronData);
  const rows = await mergeUndoStore(undo.table).rows({ patronId: undo.to, formerId: undo.from });
  const seen = [];
  for (const { before } of rows) {
    const way = wayOf(all, before.row);
    seen.push({ way, row: before.row, returns: (await way.find(undo, before)) !== undefined });
  }
  return reported(seen);
};

const returnRow = (undo: MergeUndo, way: ReturnedRow, before: RowBefore, gone: Write): Promise<boolean> =>
  retryOnConflict('a row of an undone merge', async () => {
    const back = await way.find(undo, before);
    const writes = back ? [...back.writes, ...counterWrites(undo, back.counters)] : [];
    const conflict = await undo.table.write([...writes, gone]);
    return conflict ? undefined : back !== undefined;
  });

/** Returns the rows of a merge that is being undone, each in one write with its counters. An interrupted run is continued by the next. */
export const returnMergedRows = async (patronData: readonly PatronData[], undo: MergeUndo): Promise<UndoReport> => {
  const all = ways(patronData);
  const done = [];
  for (const { before, gone } of await mergeUndoStore(undo.table).rows({ patronId: undo.to, formerId: undo.from })) {
    const way = wayOf(all, before.row);
    done.push({ way, row: before.row, returns: await returnRow(undo, way, before, gone) });
  }
  return reported(done);
};
