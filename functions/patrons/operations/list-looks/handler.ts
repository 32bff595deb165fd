import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { listAccesses } from '../../use-cases/list-accesses.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ path, query }, deps) =>
  listAccesses(deps, { ...path, ...query }),
);
