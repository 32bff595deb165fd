import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { plainPage } from '../../domain/pages/html-page.ts';

/**
 * Returns the page of a search as HTML, as everybody may see it, whoever asks: readable without JavaScript, with data for search engines
 * and the first answer of the app. The site shows it at `/search`; parameters that the search does not know are ignored.
 */
export const contract = operation({
  id: 'discovery-show-search-html',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/pages/search',
  summary: 'Show the page of a search without JavaScript',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read', site: true },
  withoutIndex: 'scan',
  openQuery: true,
  query: z.string().max(8000),
  etag: true,
  sharedSeconds: 30,
  produces: 'text/html',
  output: z.string(),
  refusals: {},
  example: { query: 'q=pride+and+prejudice', output: plainPage('en', 'later') },
  errorImpact: 'Searches do not open by their addresses; the app still searches from its other pages.',
});
