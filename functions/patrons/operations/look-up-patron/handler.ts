import { handle } from '../../../../layers/platform/http/handle.ts';
import { lookUpDeps } from '../../deps.ts';
import { lookUpPatron } from '../../use-cases/look-up-patron.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, lookUpDeps, ({ actor, body, now }, deps) =>
  lookUpPatron(deps, { actor, branchId: body.branchId, named: body, now }),
);
