import * as z from 'zod';
import { roles } from '../../../../layers/kernel/identity/roles.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Ends the session of the token, or all sessions of the caller. Its tokens, and those that the user pool refreshes, are refused everywhere
 * within a minute.
 */
export const contract = operation({
  id: 'membership-sign-out',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/me/sign-outs',
  summary: 'Sign out staff',
  permission: [{ who: 'staff', roles, at: 'own-member' }],
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
