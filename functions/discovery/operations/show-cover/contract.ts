import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { coverSizes } from '../../domain/covers/cover-providers.ts';

/**
 * Shows the cover of a title from the consortium's own origin: browsers ask no provider, who would learn what is read. Providers are asked
 * here, and their answers stored. Without a cover, pages draw one.
 */
export const contract = operation({
  id: 'discovery-show-cover',
  context: 'discovery',
  service: 'search',
  method: 'GET',
  path: '/v1/discovery/covers/{recordId}',
  summary: 'Show the cover of a title',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', bucket: 'write', outside: true },
  params: z.strictObject({ recordId: z.string().min(1).max(64) }),
  query: z.strictObject({
    size: z.enum(coverSizes).default('small'),
    /** Any time: after a change of the cover, another address than the one that browsers have stored. */
    at: z.string().max(40).optional(),
  }),
  etag: true,
  sharedSeconds: 300,
  // A day: covers hardly ever change.
  browserSeconds: 86_400,
  produces: 'image/jpeg',
  alsoProduces: ['image/png', 'image/webp', 'image/gif'],
  output: z.base64(),
  refusals: { 'no-cover': { status: 404, meaning: 'There is no cover of this title.' } },
  example: {
    params: { recordId: 'rec_01kb0000000000000000000000' },
    query: { size: 'small' },
    output: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD',
  },
  errorImpact: 'Pages show drawn covers only.',
});
