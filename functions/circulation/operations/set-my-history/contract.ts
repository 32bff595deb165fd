import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Turns a patron's reading history on or off. It is off by default, contains items returned from then on, and is deleted when turned
 * off, except what an open fee or the consortium's rule retains.
 */
export const contract = operation({
  id: 'circulation-set-my-history',
  context: 'circulation',
  service: 'administration',
  method: 'POST',
  path: '/v1/circulation/me/reading-history',
  summary: 'Turn one’s reading history on or off',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({ on: z.boolean() }),
  output: z.strictObject({ on: z.boolean() }),
  refusals: {
    gone: { status: 410, meaning: 'This patron is no longer here.' },
    'changed-meanwhile': { status: 409, meaning: 'It was turned on and off at the same time: say again.' },
  },
  example: { body: { on: true }, output: { on: true } },
  errorImpact: 'Patrons cannot turn their reading history on or off.',
});
