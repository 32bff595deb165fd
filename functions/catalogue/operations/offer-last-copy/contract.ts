import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { offerDays } from '../../../items/public/offer-days.ts';
import { copyOfferSchema, exampleOffer } from '../../schemas/copy-offers.ts';

/**
 * Offers a member's copy to the others, the last one of its title in the consortium, before it is withdrawn. An open offer is returned
 * unchanged; an ended one is replaced. After an offer ends without a taker, the copy may be withdrawn for 90 days
 * (`circulation-mark-item`).
 */
export const contract = operation({
  id: 'catalogue-offer-last-copy',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/copy-offers',
  summary: 'Offer a last copy to the members',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    itemId: z.string().min(1).max(64),
    days: z.number().int().min(offerDays.least).max(offerDays.most).default(offerDays.usual),
  }),
  status: 201,
  output: copyOfferSchema,
  namedOwner: 'unknown-item',
  refusals: {
    'unknown-item': { status: 404, meaning: 'The member has no such item in the union catalogue.' },
    'item-retained': { status: 409, meaning: 'The member is committed to keep the item.' },
    'not-last-copy': { status: 409, meaning: 'Another copy is held, or this one is gone: there is nothing to offer.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { itemId: exampleOffer.itemId, days: 30 },
    output: exampleOffer,
  },
  errorImpact: 'A last copy can neither be handed on nor withdrawn.',
});
