import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { goneRefusal, ownLists } from '../../schemas/saved-lists.ts';
import { exampleSearch, searchPath } from '../../schemas/saved-searches.ts';

/** Removes a saved search of the requesting patron with its alert. Idempotent. */
export const contract = operation({
  id: 'discovery-remove-search',
  context: 'discovery',
  service: 'search',
  method: 'DELETE',
  path: '/v1/discovery/my/searches/{searchId}',
  summary: 'Remove a saved search',
  permission: ownLists,
  touches: { table: 'write' },
  idempotency: 'none',
  params: searchPath,
  output: z.strictObject({ removed: z.literal(true) }),
  owner: { none: 'Searches are found below the patron: another’s is not there, and removing is idempotent.' },
  refusals: goneRefusal,
  example: { params: { searchId: exampleSearch.searchId }, output: { removed: true as const } },
  errorImpact: 'Patrons cannot get rid of a saved search.',
});
