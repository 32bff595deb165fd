import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleOai } from '../../schemas/endpoint-examples.ts';

/** Answers OAI-PMH by POST, which the protocol requires beside GET: the same arguments in a form. */
export const contract = operation({
  id: 'discovery-harvest-posted',
  context: 'discovery',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/discovery/oai',
  summary: 'Harvest by OAI-PMH, with the request in the body',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', site: true },
  memoryMb: 1769,
  // It changes nothing.
  idempotency: 'none',
  consumes: 'application/x-www-form-urlencoded',
  body: z.string(),
  produces: 'text/xml',
  output: z.string(),
  refusals: {},
  example: {
    body: 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:rec_1',
    output: exampleOai,
  },
  errorImpact: 'Harvesters that post their requests do not hear of changes; they catch up later.',
});
