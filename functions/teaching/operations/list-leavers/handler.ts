import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { listLeavers } from '../../use-cases/list-leavers.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ path, query: page, now }, deps) =>
  listLeavers(deps, { ...path, page, now }),
);
