import { handle } from '../../../../layers/platform/http/handle.ts';
import { placingDeps } from '../../deps.ts';
import { amendRequest } from '../../use-cases/amend-request.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, placingDeps, ({ actor, path, body, now, keep }, deps) =>
  amendRequest(deps, { actor, ...path, ...body, now, keep }),
);
