import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { sourcingSteps } from '../../use-cases/sourcing-steps.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  async ({ actor, path: { requestId }, body: { branchId, way }, now }, deps) => {
    const who = staffAt(actor, branchId, 'requester');
    const step = { requestId, side: 'requester', trigger: 'fill-locally', now, branchId, way } as const;
    const done = await takeStep(deps, { ...who, ...step, special: sourcingSteps });
    if ('refused' in done) return done;
    const { ok: request, filledBy } = done;
    return answer({ request, ...(filledBy && { filledBy }) });
  },
);
