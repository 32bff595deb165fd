import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { practiceRoleSchema } from '../../domain/practice.ts';
import { exampleToken, tokenAnswerSchema } from '../../schemas/token-answer.ts';

/**
 * Issues a token of 15 minutes to a machine client for its id and secret, or at a shared desk to the staff user of a badge or code. A desk
 * sends its own id, and as secret its signature (ECDSA on P-256 with SHA-256, IEEE P1363, base64url) of the JSON array of `concord-desk`, its
 * id, `at`, and the badge or code; without one, of the session in the request's token, which is renewed. Staff who are signed in get a token for
 * the Practice Library, with the role that they pick.
 */
export const contract = operation({
  id: 'membership-issue-machine-token',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/tokens',
  summary: 'Issue a token to a machine, to staff at a shared desk, or for the Practice Library',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', signingKey: 'sign', practice: 'enter' },
  idempotency: 'none',
  body: z.union([
    z.strictObject({
      clientId: z.string().min(1).max(64),
      clientSecret: z.string().min(1).max(128),
      /** When a desk signed (epoch ms), and the badge or code. */
      desk: z.strictObject({ at: z.int().positive(), pass: z.string().trim().min(1).max(64).optional() }).optional(),
    }),
    /** The role to try in the Practice Library. */
    z.strictObject({ practice: practiceRoleSchema }),
  ]),
  output: tokenAnswerSchema,
  refusals: {
    'client-refused': { status: 401, meaning: 'There is no such client, or the secret is not its own.' },
    'practice-staff-only': { status: 403, meaning: 'Only staff who are signed in enter the Practice Library.' },
    'desk-clock': {
      status: 401,
      meaning: 'The signature is too old or was used already: sign again with the time of this answer.',
    },
    'pass-refused': { status: 401, meaning: 'Nobody who works at this desk has this badge or code.' },
    'desk-locked': {
      status: 423,
      meaning: 'Five wrong badges or codes at this desk: retry after Retry-After seconds, or use the full sign-in.',
    },
    'too-many-failures': {
      status: 429,
      meaning: 'Too many wrong secrets came from this address: try again after Retry-After seconds.',
    },
  },
  example: {
    body: { clientId: 'mch_01kaw5v7n00000000000000000', clientSecret: 'shown once when the client was created' },
    output: exampleToken,
  },
  errorImpact: 'Self-checks and integrations stop; nobody can change the person at a shared desk or practise.',
});
