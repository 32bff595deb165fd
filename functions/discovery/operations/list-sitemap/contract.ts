import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { sitemapIndex } from '../../domain/pages/sitemap.ts';

/** Returns the index of the sitemap, which names the parts with the addresses of all public records. The site shows it at `/sitemap.xml`. */
export const contract = operation({
  id: 'discovery-list-sitemap',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/sitemap',
  summary: 'List the parts of the sitemap',
  permission: [{ who: 'anyone' }],
  touches: { index: 'read', site: true },
  etag: true,
  sharedSeconds: 300,
  produces: 'application/xml',
  output: z.string(),
  refusals: {},
  example: { output: sitemapIndex('https://library.example.org', ['rec_01kb0000000000000000000000']) },
  errorImpact: 'Search engines do not find new records until they ask again.',
});
