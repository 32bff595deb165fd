import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemTemplateSchema } from '../../domain/items/item-template.ts';

/** Lists a member's templates for new items, by name. */
export const contract = operation({
  id: 'catalogue-list-item-templates',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/item-templates',
  summary: 'List templates for new items',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({ templates: z.array(itemTemplateSchema) }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    output: { templates: [{ name: 'DVD, new', defaults: { location: 'New DVDs', category: 'dvd', price: 1999 } }] },
  },
  errorImpact: 'New items are described without templates.',
});
