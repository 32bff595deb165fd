import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleToken } from '../../../membership/public/example-token.ts';
import { tokenAnswerSchema } from '../../../membership/public/token-answer-schema.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { attemptRefusals } from '../../schemas.ts';

/**
 * Signs a patron in by card and PIN. The response never reveals whether there is such a card. Failures are counted, not requests: five in
 * a row, by anybody at the caller's address, lock the card at this address only; one address gets 20 in 15 minutes for cards that never
 * signed in from it; for one card all new addresses together get 50 in 30 days. The session is listed with its kind of device; a patron
 * has at most twenty, and the one that was refreshed longest ago ends for another.
 */
export const contract = operation({
  id: 'patrons-sign-in',
  context: 'patrons',
  service: 'administration',
  method: 'POST',
  path: '/v1/patrons/sign-in',
  summary: 'Sign in with card and PIN',
  permission: [{ who: 'anyone' }],
  touches: { table: 'write', signingKey: 'sign' },
  idempotency: 'none',
  body: z.strictObject({
    card: cardNumberSchema,
    pin: z.string().min(1).max(64),
    /** Only when two members issued the same old number. */
    member: memberIdSchema.optional(),
  }),
  output: tokenAnswerSchema,
  refusals: {
    'sign-in-refused': { status: 401, meaning: 'Card and PIN do not belong together.' },
    ...attemptRefusals,
  },
  example: { body: { card: '21101000000016', pin: '482615' }, output: exampleToken },
  errorImpact: 'Patrons cannot sign in.',
});
