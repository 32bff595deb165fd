import { work } from '../../../../layers/platform/http/work.ts';
import { scheduledCheckDeps } from '../../deps.ts';
import { rebuildScheduledChecks } from '../../use-cases/rebuild-scheduled-checks.ts';
import { contract } from './contract.ts';

export const handler = work(contract, scheduledCheckDeps, (_event: unknown, deps, { now }) =>
  rebuildScheduledChecks(deps, now),
);
