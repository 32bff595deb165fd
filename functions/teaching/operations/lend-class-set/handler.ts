import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { lendClassSet } from '../../use-cases/lend-class-set.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ actor, path, body, now, idempotency }, deps) =>
  lendClassSet(deps, { ...path, ...body, actor, now, operation: contract.id, idempotency }),
);
