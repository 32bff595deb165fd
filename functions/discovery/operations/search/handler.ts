import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { searchDeps } from '../../deps.ts';
import { searchCatalogue } from '../../use-cases/search-catalogue.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, searchDeps, async ({ actor, query }, deps) => {
  const page = await searchCatalogue(deps, query, viewerOf(actor));
  return page === 'bad-cursor' ? refuse(page, 'This cursor belongs to another search.', '/query/after') : answer(page);
});
