import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { takeStaffStep } from '../../use-cases/take-staff-step.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, resourceSharingDeps, ({ actor, path: { requestId }, body, now, keep }, deps) =>
  takeStaffStep(deps, requestId, body, { actor, now, keep }),
);
