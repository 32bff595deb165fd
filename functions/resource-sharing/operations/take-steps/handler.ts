import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { takeSteps } from '../../use-cases/take-steps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, resourceSharingDeps, ({ actor, body: { branchId, steps }, now }, deps) =>
  takeSteps(deps, steps, { actor, branchId, now }),
);
