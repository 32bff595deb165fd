import * as z from 'zod';
import { defaultItemMapping, itemMappingSchema } from '../../../layers/domain/catalogue/item-mapping-schema.ts';
import { memberIdSchema } from '../../../layers/domain/membership/member.ts';
import { operation } from '../../../layers/http/contract.ts';

/** Says how a member's records hold its items. Loads that begin afterwards follow it. */
export const contract = operation({
  id: 'catalogue-set-item-mapping',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/item-mapping',
  summary: "Set how a member's records hold its items",
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: itemMappingSchema,
  output: itemMappingSchema,
  refusals: { 'branch-elsewhere': { status: 422, meaning: 'A branch of the mapping is not one of this member.' } },
  example: {
    params: { memberId: 'riverton' },
    body: { ...defaultItemMapping, branchMap: { MAIN: 'riverton.main' } },
    output: { ...defaultItemMapping, branchMap: { MAIN: 'riverton.main' } },
  },
  errorImpact: 'A member cannot say how its items are loaded.',
});
