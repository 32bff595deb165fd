import { handle } from '../../../../layers/platform/http/handle.ts';
import { savedSearchDeps } from '../../deps.ts';
import { saveSearch } from '../../use-cases/save-search.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, savedSearchDeps, ({ actor, body, now, keep }, deps) =>
  saveSearch(deps, { actor, ...body, now, keep }),
);
