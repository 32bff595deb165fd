import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { pinCodeSchema } from '../../domain/cards/pin-code.ts';
import { pinRefusals } from '../../schemas.ts';

/**
 * Confirms a sign-up with the code that was sent and the chosen PIN: issues a temporary card. The policy defines its use and term; a desk
 * makes it a full one, else the patron is erased when it expires.
 */
export const contract = operation({
  id: 'patrons-confirm-sign-up',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/sign-up-confirmations',
  summary: 'Confirm a sign-up by its code',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    signUpId: z
      .string()
      .max(64)
      .regex(/^[\w-]+$/),
    code: pinCodeSchema,
    pin: z.string().min(1).max(64),
  }),
  status: 201,
  output: z.strictObject({
    card: z.string(),
    /** The last day on which the temporary card is valid. */
    expiresOn: z.string(),
    mayBorrow: z.boolean(),
  }),
  refusals: {
    'sign-up-closed': { status: 403, meaning: 'This consortium gives cards at its desks only.' },
    'code-refused': { status: 422, meaning: 'The code is wrong, used, or too old: ask for another.' },
    'branch-unknown': { status: 404, meaning: 'There is no such branch any more.' },
    ...pinRefusals,
  },
  example: {
    body: { signUpId: 'o4R9xNnY2kq7WfVb1ZtC5uJm8sDhLpQe3aGiTyXcKvM', code: '20948371', pin: '739164' },
    output: { card: 'T3049182756', expiresOn: '2026-04-01', mayBorrow: false },
  },
  errorImpact: 'People without a card must come to a desk first.',
});
