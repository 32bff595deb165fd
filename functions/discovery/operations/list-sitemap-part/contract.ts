import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { sitemapPart } from '../../domain/pages/sitemap.ts';

/** Returns a part of the sitemap: the addresses of the next 10,000 public records. The site shows it at `/sitemap/{part}`. */
export const contract = operation({
  id: 'discovery-list-sitemap-part',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/sitemap/{part}',
  summary: 'List the addresses of a part of the sitemap',
  permission: [{ who: 'anyone' }],
  touches: { index: 'read', site: true },
  params: z.strictObject({ part: z.string().regex(/^[\w-]{1,64}(?:\.xml)?$/, 'Name a part of the sitemap.') }),
  etag: true,
  sharedSeconds: 300,
  produces: 'application/xml',
  output: z.string(),
  refusals: {},
  example: {
    params: { part: 'first.xml' },
    output: sitemapPart('https://library.example.org', ['rec_01kb0000000000000000000000'], true),
  },
  errorImpact: 'Search engines do not find new records until they ask again.',
});
