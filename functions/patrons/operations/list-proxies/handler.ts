import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { listProxies } from '../../use-cases/list-proxies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ actor, body, now }, deps) =>
  listProxies(deps, { actor, branchId: body.branchId, named: body, now }),
);
