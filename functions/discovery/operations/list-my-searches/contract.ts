import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { goneRefusal, ownLists } from '../../schemas/saved-lists.ts';
import { exampleSearch, savedSearchView } from '../../schemas/saved-searches.ts';

/** Lists the saved searches of the requesting patron, the oldest first. */
export const contract = operation({
  id: 'discovery-list-my-searches',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/my/searches',
  summary: 'List one’s own saved searches',
  permission: ownLists,
  touches: { table: 'read' },
  output: z.strictObject({ searches: z.array(savedSearchView) }),
  refusals: goneRefusal,
  example: { output: { searches: [exampleSearch] } },
  errorImpact: 'Patrons do not find the searches that they saved.',
});
