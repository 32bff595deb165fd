import { handle } from '../../../../layers/platform/http/handle.ts';
import { mappingDeps } from '../../deps.ts';
import { setItemMapping } from '../../use-cases/set-item-mapping.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, ({ path, body: wanted }, deps) =>
  setItemMapping(deps, { ...path, wanted }),
);
