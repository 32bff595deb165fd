import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleOai } from '../../schemas/endpoint-examples.ts';

/** Answers OAI-PMH 2.0 (oai_dc, marc21; sets by member and format; deletions told for ever): the union catalogue, harvested by other systems. The protocol's errors come with HTTP 200. */
export const contract = operation({
  id: 'discovery-harvest',
  context: 'discovery',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/discovery/oai',
  summary: 'Harvest by OAI-PMH',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', site: true },
  // A page is unpacked and written out: a whole processor is as cheap as a part of one for longer.
  memoryMb: 1769,
  openQuery: true,
  query: z.string(),
  produces: 'text/xml',
  output: z.string(),
  refusals: {},
  example: {
    query: 'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.example.org:rec_1',
    output: exampleOai,
  },
  errorImpact: 'Discovery services and other catalogues do not hear of changes; they catch up later.',
});
