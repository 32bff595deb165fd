import { handle } from '../../../../layers/platform/http/handle.ts';
import { savedSearchDeps } from '../../deps.ts';
import { changeSearch } from '../../use-cases/change-search.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, savedSearchDeps, ({ actor, path, body, now }, deps) =>
  changeSearch(deps, { actor, ...path, ...body, now }),
);
