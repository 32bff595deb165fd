import { attributeUsage, count } from '../../../layers/platform/runtime/meter.ts';
import { type StoredRun, uploadKey } from '../data/load-store.ts';
import type { FileDeps } from '../deps.ts';
import { reportsOf } from './load-views.ts';

/**
 * Ends a run that this execution claimed: sums up its parts, or records that it failed. A file of an apply without rejected
 * rows is deleted at once; the bucket deletes the others after some days, so that they can be corrected until then.
 */
export const endRun = async (
  { loads, bucket }: Pick<FileDeps, 'loads' | 'bucket'>,
  { loadId, runId }: { loadId: string; runId: string },
  execution: string,
  at: string,
  failed: boolean,
): Promise<StoredRun['state'] | 'unknown'> => {
  const forgetLoaded = async (mode: StoredRun['mode'], reports: StoredRun['reports'] = []): Promise<void> => {
    if (mode !== 'apply') return;
    for (const { fileId, tally } of reports) if (tally.rejected === 0) await bucket.forget(uploadKey(loadId, fileId));
  };
  const run = await loads.run(loadId, runId);
  if (!run) return 'unknown';
  attributeUsage({ cause: run.memberId });
  const parts = await loads.parts(runId);
  // The platform bills each step of the workflow: three around each phase, and two for each part.
  count({ transitions: 3 * (new Set(parts.map(({ phase }) => phase)).size + 1) + 2 * parts.length });
  if (run.state !== 'running' || run.execution !== execution) {
    // A retry of the call that ended the run: that call may have failed before it deleted the files.
    if (run.state === 'done' && run.execution === execution) await forgetLoaded(run.mode, run.reports);
    return run.state;
  }
  const state = !failed && parts.every(({ done }) => done) ? 'done' : 'failed';
  const missed = parts.find((part) => part.missed)?.missed;
  const reports = reportsOf(run, parts);
  await loads.end(run, execution, { state, endedAt: at, ...(state === 'done' && { reports }), missed });
  if (state === 'done') await forgetLoaded(run.mode, reports);
  return state;
};
