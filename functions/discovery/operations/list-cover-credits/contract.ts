import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { coverCreditSchema } from '../../domain/covers/cover-providers.ts';

/** Returns whether titles have covers that are to be asked for, and whom pages name for them. */
export const contract = operation({
  id: 'discovery-list-cover-credits',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/cover-credits',
  summary: 'List whose covers are shown',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  etag: true,
  sharedSeconds: 60,
  output: z.strictObject({
    /** Whether pages ask for covers; otherwise they draw all. */
    hasCovers: z.boolean(),
    credits: z.array(coverCreditSchema),
  }),
  refusals: {},
  example: { output: { hasCovers: true, credits: [{ name: 'Open Library', site: 'https://openlibrary.org' }] } },
  errorImpact: 'Pages show drawn covers only.',
});
