import { handle } from '../../../../layers/platform/http/handle.ts';
import { savedSearchDeps } from '../../deps.ts';
import { listSearches } from '../../use-cases/change-search.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, savedSearchDeps, ({ actor }, deps) => listSearches(deps, actor));
