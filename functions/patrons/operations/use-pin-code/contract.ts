import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { pinCodeSchema } from '../../domain/cards/pin-code.ts';
import { attemptRefusals, pinRefusals } from '../../schemas.ts';

/**
 * Sets a new PIN with the code that was sent. The code works once and ends every lock of the card. Wrong codes lock this way for
 * the card at the caller's address; wrong PINs do not count here.
 */
export const contract = operation({
  id: 'patrons-use-pin-code',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/pin-code-uses',
  summary: 'Set a new PIN by a code',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write' },
  idempotency: 'none',
  body: z.strictObject({
    card: cardNumberSchema,
    member: memberIdSchema.optional(),
    code: pinCodeSchema,
    pin: z.string().min(1).max(64),
  }),
  output: z.strictObject({ changedAt: z.string() }),
  refusals: {
    'code-refused': { status: 422, meaning: 'The code is wrong, used, or too old: ask for another.' },
    ...attemptRefusals,
    ...pinRefusals,
  },
  example: {
    body: { card: '21101000000016', code: '20948371', pin: '739164' },
    output: { changedAt: '2026-03-02T10:00:00.000Z' },
  },
  errorImpact: 'Patrons who forgot their PIN must come to a desk.',
});
