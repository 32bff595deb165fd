import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleSeatSecret, seatSecretSchema } from '../../schemas/bodies.ts';

/** Signs the holder of a seat out. Repeatable. */
export const contract = operation({
  id: 'governance-end-seat-session',
  context: 'governance',
  service: 'administration',
  method: 'POST',
  path: '/v1/governance/seat-sessions/end',
  summary: 'Sign out as the holder of a seat',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({ session: seatSecretSchema }),
  output: z.strictObject({ ended: z.literal(true) }),
  refusals: {},
  example: { body: { session: exampleSeatSecret }, output: { ended: true } },
  errorImpact: 'Sign-ins of members of bodies end after twelve hours only.',
});
