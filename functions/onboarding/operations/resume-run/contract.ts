import { operation } from '../../../../layers/platform/http/contract.ts';
import { runViewSchema } from '../../domain/run.ts';
import { examplePath, exampleRun, feedRefusals, feedSenders, runPath } from '../../schemas.ts';

/** Resumes a run that failed, or whose workflow never began. Finished parts are not processed again. */
export const contract = operation({
  id: 'onboarding-resume-run',
  context: 'onboarding',
  service: 'administration',
  method: 'POST',
  path: '/v1/onboarding/members/{memberId}/loads/{loadId}/runs/{runId}/resume',
  summary: 'Resume a run that failed',
  permission: feedSenders,
  touches: { table: 'write', machine: 'load' },
  params: runPath,
  status: 202,
  output: runViewSchema,
  owner: 'unknown-load',
  refusals: {
    ...feedRefusals,
    'unknown-run': { status: 404, meaning: 'The load has no such run.' },
    'run-running': { status: 409, meaning: 'The run is under way.' },
    'run-ended': { status: 409, meaning: 'The run is done or its files were refused: start another.' },
  },
  example: {
    params: { ...examplePath, runId: exampleRun.runId },
    output: { ...exampleRun, state: 'failed' },
  },
  errorImpact: 'A load that failed cannot be finished.',
});
