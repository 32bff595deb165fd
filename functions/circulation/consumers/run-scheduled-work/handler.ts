import { work } from '../../../../layers/platform/http/work.ts';
import { scheduledWorkDeps } from '../../deps.ts';
import { processClosings } from '../../use-cases/process-closings.ts';
import { runScheduledWork } from '../../use-cases/run-scheduled-work.ts';
import { contract } from './contract.ts';

export const handler = work(contract, scheduledWorkDeps, async (_event: unknown, deps, { now }) => {
  const run = await runScheduledWork(deps.table, deps.notices, deps.ids, now);
  await processClosings(deps);
  // The next run retries the failed checks; the error raises the alarm that alerts staff.
  if (run.failed > 0) throw new Error(`${run.failed} could not be looked at, ${run.looked} were.`);
  return run;
});
