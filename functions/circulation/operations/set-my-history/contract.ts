import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * A patron turns the reading history on or off. It is off unless turned on, holds what is returned from then on, and is
 * gone once it is turned off: but for what an open fee or the consortium's rule keeps.
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
  errorImpact: 'Patrons cannot say whether what they read is remembered.',
});
