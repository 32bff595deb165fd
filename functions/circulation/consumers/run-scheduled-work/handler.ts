import { work } from '../../../../layers/platform/http/work.ts';
import { schedulerDeps } from '../../deps.ts';
import { runScheduledWork } from '../../use-cases/run-scheduled-work.ts';
import { contract } from './contract.ts';

export const handler = work(contract, schedulerDeps, async (_event: unknown, { table, notices, ids }, { now }) => {
  const run = await runScheduledWork(table, notices, ids, now);
  // The next run retries the failed checks; the error raises the alarm that alerts staff.
  if (run.failed > 0) throw new Error(`${run.failed} could not be looked at, ${run.looked} were.`);
  return run;
});
