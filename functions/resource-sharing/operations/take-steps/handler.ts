import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { type StepResult, takeOneStep } from '../../use-cases/take-one-step.ts';
import { contract } from './contract.ts';

/** The number of parallel steps: fast enough for staff who wait, without overloading the table. */
const SIDE_BY_SIDE = 5;

export const handler = handle(
  contract,
  resourceSharingDeps,
  async ({ actor, body: { branchId, steps }, now }, deps) => {
    const results: StepResult[] = [];
    for (let i = 0; i < steps.length; i += SIDE_BY_SIDE) {
      const some = steps.slice(i, i + SIDE_BY_SIDE);
      results.push(...(await Promise.all(some.map((one) => takeOneStep(deps, one, { actor, branchId, now })))));
    }
    // Steps for several requesters at once are attributed to the library that takes them.
    if (new Set(steps.map(({ requestId }) => requestId)).size > 1) attributeUsage({ requester: undefined });
    return answer({ results });
  },
);
