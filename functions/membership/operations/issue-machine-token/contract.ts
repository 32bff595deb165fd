import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleToken, tokenAnswerSchema } from '../../schemas/token-answer.ts';

/** Issues a token of 15 minutes to a machine client for its id and secret. */
export const contract = operation({
  id: 'membership-issue-machine-token',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/tokens',
  summary: 'Issue a token to a machine',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', signingKey: 'sign' },
  idempotency: 'none',
  body: z.strictObject({ clientId: z.string().min(1).max(64), clientSecret: z.string().min(1).max(128) }),
  output: tokenAnswerSchema,
  refusals: {
    'client-refused': { status: 401, meaning: 'There is no such client, or the secret is not its own.' },
    'too-many-failures': {
      status: 429,
      meaning: 'Too many wrong secrets came from this address: try again after Retry-After seconds.',
    },
  },
  example: {
    body: { clientId: 'mch_01kaw5v7n00000000000000000', clientSecret: 'shown once when the client was created' },
    output: exampleToken,
  },
  errorImpact: 'Self-checks and integrations stop.',
});
