import { handle } from '../../../../layers/platform/http/handle.ts';
import { readDeps } from '../../deps.ts';
import { listRequestsAtHome } from '../../use-cases/list-requests-at-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, ({ path, query, now }, deps) =>
  listRequestsAtHome(deps, { ...path, ...query }, now),
);
