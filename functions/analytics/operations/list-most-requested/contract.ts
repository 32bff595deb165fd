import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Lists the titles for which most holds wait in all libraries, the most requested first: those that everybody may see and that at least two
 * holds wait for. It names no patron and no library.
 */
export const contract = operation({
  id: 'analytics-list-most-requested',
  context: 'analytics',
  service: 'search',
  method: 'GET',
  path: '/v1/analytics/most-requested',
  summary: 'List the titles for which most holds wait',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read', index: 'read' },
  withoutIndex: 'partial',
  // As the other reads of this context, so that one function answers all of them.
  timeoutSeconds: 29,
  etag: true,
  sharedSeconds: 300,
  output: z.strictObject({
    titles: z.array(
      z.strictObject({
        recordId: z.string(),
        title: z.string(),
        author: z.string().optional(),
        format: z.string(),
        waiting: z.int().min(2),
      }),
    ),
  }),
  refusals: {},
  example: {
    output: {
      titles: [{ recordId: 'rec_01kb0000000000000000000000', title: 'Emma', format: 'book', waiting: 12 }],
    },
  },
  errorImpact: 'The home page does not show the most requested titles.',
});
