import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleOai } from '../../schemas/endpoint-examples.ts';

/**
 * Answers OAI-PMH 2.0 (oai_dc, marc21; sets by member and format; permanent deletions): other systems harvest the union catalogue. The
 * protocol's errors have HTTP status 200.
 */
export const contract = operation({
  id: 'discovery-harvest',
  context: 'discovery',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/discovery/oai',
  summary: 'Harvest by OAI-PMH',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', site: true },
  // A page is decompressed and encoded: a whole processor costs the same as a part of one for longer.
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
