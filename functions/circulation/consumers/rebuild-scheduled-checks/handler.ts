import { work } from '../../../../layers/platform/http/work.ts';
import { scheduledCheckDeps } from '../../deps.ts';
import { rebuildScheduledChecks, scheduledChecksCallSchema } from '../../use-cases/rebuild-scheduled-checks.ts';
import { contract } from './contract.ts';

/** Does one call of a rebuild. Takes nothing, or the output of the previous call. */
export const handler = work(contract, scheduledCheckDeps, (event: unknown, deps) =>
  rebuildScheduledChecks(deps, scheduledChecksCallSchema.parse(event ?? {})),
);
