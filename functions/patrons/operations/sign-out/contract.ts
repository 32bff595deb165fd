import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Ends the session of the token, or all sessions of the patron. Its tokens are refused everywhere within a minute, and cannot be
 * refreshed from now on.
 */
export const contract = operation({
  id: 'patrons-sign-out',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/me/sign-outs',
  summary: 'Sign out a patron',
  permission: [{ who: 'patron' }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    /** Also on all other devices. */
    everywhere: z.boolean().default(false),
  }),
  output: z.strictObject({ signedOutAt: z.string() }),
  refusals: {},
  example: { body: { everywhere: true }, output: { signedOutAt: '2026-03-02T10:00:00.000Z' } },
  errorImpact: 'The token of an abandoned session remains valid for up to 15 minutes.',
});
