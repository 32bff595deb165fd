import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { shipRequest } from '../../use-cases/ship-request.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, resourceSharingDeps, ({ actor, path, body, now, keep }, deps) =>
  shipRequest(deps, { actor, ...path, ...body, now, keep }),
);
