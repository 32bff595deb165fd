import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { attemptRefusals, pinLengthSchema } from '../../schemas.ts';

/**
 * Sends a one-time code to the e-mail address on record of a patron who forgot the PIN. The response is the same whether or not there is
 * such a card or address, so that it reveals no patrons. A card gets a number of codes in a day from each address, as the policy says. No
 * other code is sent in the minute after one; up to three are good at a time.
 */
export const contract = operation({
  id: 'patrons-ask-pin-code',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/pin-codes',
  summary: 'Ask for a code to set a new PIN',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', email: true },
  idempotency: 'none',
  body: z.strictObject({ card: cardNumberSchema, member: memberIdSchema.optional() }),
  status: 202,
  output: z.strictObject({ goodForMinutes: z.number().int(), pinLength: pinLengthSchema }),
  refusals: {
    'no-e-mail': { status: 409, meaning: 'This consortium sends no e-mail: ask a desk for a new PIN.' },
    ...attemptRefusals,
  },
  example: {
    body: { card: '21101000000016' },
    output: { goodForMinutes: 15, pinLength: { shortest: 6, longest: 12 } },
  },
  errorImpact: 'Patrons who forgot their PIN must come to a desk.',
});
