import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { copyOfferSchema, exampleOffer } from '../../schemas/copy-offers.ts';

/** Lists the last copies that members offer to each other, the next to end first; ended offers are listed until their copy is withdrawn. */
export const contract = operation({
  id: 'catalogue-list-copy-offers',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/copy-offers',
  summary: 'List last copies that are offered',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: 'own-member' }],
  touches: { table: 'read' },
  query: z.strictObject(pageQuery),
  output: z.strictObject({ offers: z.array(copyOfferSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { query: {}, output: { offers: [exampleOffer] } },
  errorImpact: 'Members cannot see the last copies that other members offer.',
});
