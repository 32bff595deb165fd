import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleSru } from '../../schemas/endpoint-examples.ts';

/** Answers SRU by POST: the same parameters in a form, for queries longer than a URL may be. */
export const contract = operation({
  id: 'discovery-search-sru-posted',
  context: 'discovery',
  service: 'search',
  method: 'POST',
  path: '/v1/discovery/sru',
  summary: 'Search by SRU, with the request in the body',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read', site: true },
  // It changes nothing.
  idempotency: 'none',
  consumes: 'application/x-www-form-urlencoded',
  body: z.string(),
  produces: 'text/xml',
  output: z.string(),
  refusals: {},
  example: {
    body: 'version=1.2&operation=searchRetrieve&query=dc.title%3D%22pride+and+prejudice%22&maximumRecords=1',
    output: exampleSru,
  },
  errorImpact: 'Other library systems cannot send long searches.',
});
