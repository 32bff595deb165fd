import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleToken } from '../../../membership/public/example-token.ts';
import { tokenAnswerSchema } from '../../../membership/public/token-answer-schema.ts';

/** Exchanges a valid token for a new one of the same session, until it is ended and up to 12 hours after the PIN was entered. */
export const contract = operation({
  id: 'patrons-refresh',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/refresh',
  summary: 'Refresh a patron’s token',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', signingKey: 'sign' },
  idempotency: 'none',
  output: tokenAnswerSchema,
  refusals: {
    'sign-in-again': { status: 401, meaning: 'Signed in too long ago, or the session was ended since: sign in again.' },
  },
  example: { output: exampleToken },
  errorImpact: 'Patrons must sign in again every 15 minutes.',
});
