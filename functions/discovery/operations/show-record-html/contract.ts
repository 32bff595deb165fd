import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { plainPage } from '../../domain/pages/html-page.ts';

/**
 * Returns the page of a record as HTML, as everybody may see it, whoever asks: readable without JavaScript, with data for search engines
 * and the first answer of the app. The site shows it at `/record/{recordId}`.
 */
export const contract = operation({
  id: 'discovery-show-record-html',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/pages/record/{recordId}',
  summary: 'Show the page of a record without JavaScript',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'read', site: true },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  openQuery: true,
  query: z.string().max(2000),
  etag: true,
  sharedSeconds: 30,
  produces: 'text/html',
  output: z.string(),
  refusals: {
    'unknown-record': {
      status: 404,
      meaning: 'There is no such record, or not everybody may see it; the answer is a page.',
    },
  },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    query: 'lang=es',
    output: plainPage('es', 'unknown'),
  },
  // It decodes MARC, as the record's page does, and reads the names of branches from the directory.
  bundleKilobytes: 760,
  errorImpact: 'The pages of records do not open by their addresses; the app still opens them from its other pages.',
});
