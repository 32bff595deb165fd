import type { ImportCounts, ImportState } from './import.ts';

type Load = {
  importId: string;
  fileName: string;
  state: ImportState;
  counts?: ImportCounts | undefined;
  endedAt?: string | undefined;
};

/** A load to look at: how many records and items it refused (none when the whole file was refused or the load stopped), and when it ended. */
export type RefusedLoad = { importId: string; fileName: string; refused: number; since: string };

/** Returns which loads, the newest first, refused rows or stopped after an instant. Of the loads of one file, the newest counts. */
export const refusedOf = (loads: readonly Load[], after: string): RefusedLoad[] => {
  const newest = loads.filter(({ fileName }, place) => loads.findIndex((one) => one.fileName === fileName) === place);
  return newest.flatMap(({ importId, fileName, state, counts, endedAt: since }) => {
    if (since === undefined || since < after || state === 'running' || state === 'awaiting-file') return [];
    const refused = (counts?.rejected ?? 0) + (counts?.itemsRejected ?? 0);
    return refused > 0 || state !== 'done' ? [{ importId, fileName, refused, since }] : [];
  });
};
