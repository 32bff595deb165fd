import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { restartRequest } from '../../use-cases/restart-request.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, resourceSharingDeps, ({ actor, path, body, now }, deps) =>
  restartRequest(deps, { actor, ...path, ...body, now }),
);
