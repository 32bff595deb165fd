import { work } from '../../../../layers/platform/http/work.ts';
import { budgetWatchDeps, reminderDeps } from '../../deps.ts';
import { runDailyWork } from '../../use-cases/run-daily-work.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ watch: budgetWatchDeps(runtime), reminding: reminderDeps(runtime) }),
  (_event: unknown, deps, { now }) => runDailyWork(deps, now, contract.id),
);
