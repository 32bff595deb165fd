import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleSeatSecret, seatSecretSchema } from '../../schemas/bodies.ts';

/**
 * Signs the holder of a seat in by a mailed link, once, for twelve hours, and ends the other links that were sent to the person before. Only
 * hashes of the link and of the session are stored.
 */
export const contract = operation({
  id: 'governance-use-seat-link',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/seat-sessions',
  summary: 'Sign in by a mailed link',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write' },
  // A stored answer would have the secret of the session.
  idempotency: 'none',
  body: z.strictObject({ link: seatSecretSchema }),
  status: 201,
  output: z.strictObject({ session: seatSecretSchema, until: z.iso.datetime() }),
  namedOwner: { none: 'Whoever has the secret of a link is the person to whom it was sent.' },
  refusals: {
    'link-refused': {
      status: 410,
      meaning:
        'The link was used, is too old, or does not exist, another one was used after it was sent, or the seat ended.',
    },
  },
  example: {
    body: { link: exampleSeatSecret },
    output: { session: exampleSeatSecret, until: '2026-12-03T04:00:00.000Z' },
  },
  errorImpact: 'Members of bodies who are not staff cannot sign in.',
});
