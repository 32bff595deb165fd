import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { mergeStore } from '../data/merge-store.ts';
import { continueUndo } from './continue-undo.ts';
import { movePatronData } from './move-patron-data.ts';
import type { PatronData } from './patron-data.ts';

/** How long after a merge its rows are looked for once more: an index is usually less than a second behind. */
export const SETTLE_MS = 60_000;

/** Continues the merges and undos of merges that are not complete: those interrupted, and merges those with rows that an outdated index may not have shown. */
export const resumeMerges = async (
  deps: { table: Table; patronData: readonly PatronData[] },
  when: string,
): Promise<number> => {
  const merges = mergeStore(deps.table);
  let resumed = 0;
  for (const { patronId } of await merges.pending()) {
    const merge = await merges.get(patronId);
    if (!merge || merge.state === 'done') continue;
    if (Date.parse(when) - Date.parse(merge.at) < SETTLE_MS) continue;
    if (merge.state === 'undoing') await continueUndo(deps, merge, when);
    else await movePatronData(deps, merge, when);
    resumed += 1;
  }
  return resumed;
};
