import type { Queue } from '../../../layers/platform/queues/queue.ts';
import type { ClosingDeps } from '../deps.ts';
import { processClosings } from './process-closings.ts';
import { runScheduledWork, type ScheduledRun } from './run-scheduled-work.ts';

/** Runs the checks that are due by `now` (epoch ms) and carries on closings. Throws when a check failed, after all others are done. */
export const runDueWork = async (deps: ClosingDeps & { notices: Queue }, now: number): Promise<ScheduledRun> => {
  const run = await runScheduledWork(deps.table, deps.notices, deps.ids, now);
  await processClosings(deps);
  // The next run retries the failed checks; the error raises the alarm that alerts staff.
  if (run.failed > 0) throw new Error(`${run.failed} could not be looked at, ${run.looked} were.`);
  return run;
};
