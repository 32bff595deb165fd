import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { copyOfferSchema, exampleOffer } from '../../schemas/copy-offers.ts';

/**
 * Withdraws the offer of a last copy, by the member that offered it, unless another member took the copy. It can no longer be taken, and
 * must be offered again before it is withdrawn. The record's history shows the reason, also to the members to whom it was offered.
 */
export const contract = operation({
  id: 'catalogue-withdraw-offer',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/copy-offers/{itemId}/withdrawal',
  summary: 'Take back the offer of a last copy',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, itemId: z.string().min(1).max(64) }),
  body: z.strictObject({ reason: reasonSchema }),
  output: copyOfferSchema,
  owner: 'unknown-offer',
  refusals: {
    'unknown-offer': { status: 404, meaning: 'The member does not offer this copy.' },
    'offer-over': { status: 409, meaning: 'Another member has taken the copy.' },
  },
  example: {
    params: { memberId: 'riverton', itemId: exampleOffer.itemId },
    body: { reason: 'It was found to be the only signed copy.' },
    output: exampleOffer,
  },
  errorImpact: 'A copy that its owner wants to keep after all is given away.',
});
