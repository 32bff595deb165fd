import { handle } from '../../../../layers/platform/http/handle.ts';
import { readDeps } from '../../deps.ts';
import { getRequest } from '../../use-cases/get-request.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, ({ actor, path: { requestId }, now }, deps) =>
  getRequest(deps, { actor, requestId, now }),
);
