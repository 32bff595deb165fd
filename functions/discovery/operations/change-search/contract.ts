import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { ownLists } from '../../schemas/saved-lists.ts';
import {
  exampleSearch,
  savedSearchView,
  searchInput,
  searchPath,
  searchRefusals,
} from '../../schemas/saved-searches.ts';

/** Renames a saved search of the requesting patron, and sets how often its alert is sent; `off` pauses it. Idempotent. */
export const contract = operation({
  id: 'discovery-change-search',
  context: 'discovery',
  service: 'search',
  method: 'PUT',
  path: '/v1/discovery/my/searches/{searchId}',
  summary: 'Change a saved search',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: searchPath,
  body: z.strictObject(searchInput),
  output: savedSearchView,
  owner: 'unknown-search',
  refusals: searchRefusals,
  example: {
    params: { searchId: exampleSearch.searchId },
    body: { name: 'Gardening', alert: 'off' },
    output: { ...exampleSearch, alert: 'off' },
  },
  errorImpact: 'Patrons cannot rename a saved search or pause its alert.',
});
