import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleSru } from '../../schemas/endpoint-examples.ts';

/**
 * Answers SRU 1.1, 1.2 and 2.0 (searchRetrieve with CQL, scan, explain): other library systems search the union catalogue and list its terms.
 * A faulty request returns a diagnostic, with HTTP status 200.
 */
export const contract = operation({
  id: 'discovery-search-sru',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/sru',
  summary: 'Search by SRU',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read', site: true },
  openQuery: true,
  query: z.string(),
  produces: 'text/xml',
  output: z.string(),
  refusals: {},
  example: {
    query: 'version=1.2&operation=searchRetrieve&query=dc.title%3D%22pride+and+prejudice%22&maximumRecords=1',
    output: exampleSru,
  },
  errorImpact: 'Other library systems cannot search the union catalogue.',
});
