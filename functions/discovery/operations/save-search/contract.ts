import { operation } from '../../../../layers/platform/http/contract.ts';
import { goneRefusal, ownLists } from '../../schemas/saved-lists.ts';
import { exampleSearch, newSearchSchema, savedSearchView } from '../../schemas/saved-searches.ts';

const { searchId: _, createdAt: _at, ...exampleBody } = exampleSearch;

/** Saves a search of the requesting patron, who is informed of new titles once a day or a week, or never. Nobody else sees it. */
export const contract = operation({
  id: 'discovery-save-search',
  context: 'discovery',
  service: 'search',
  method: 'POST',
  path: '/v1/discovery/my/searches',
  summary: 'Save a search',
  permission: ownLists,
  touches: { table: 'write' },
  body: newSearchSchema,
  status: 201,
  output: savedSearchView,
  refusals: {
    ...goneRefusal,
    'search-saved': { status: 409, meaning: 'The patron has saved this search already.' },
    'too-many-searches': { status: 409, meaning: 'A patron saves up to 20 searches: remove one first.' },
  },
  example: { body: exampleBody, output: exampleSearch },
  errorImpact: 'Patrons cannot save a search.',
});
