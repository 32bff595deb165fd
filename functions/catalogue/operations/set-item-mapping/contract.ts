import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';
import { itemMappingInputSchema, itemMappingSchema } from '../../domain/items/item-mapping.ts';

/**
 * Sets how a member's records contain its items: a predefined dialect by name (Koha, Symphony, Aleph, Sierra, Alma and so on;
 * `catalogue-get-item-mapping` lists them) with the member's branches over it, or every code. Applies to later loads.
 */
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
  body: itemMappingInputSchema,
  output: itemMappingSchema,
  namedOwner: 'branch-elsewhere',
  refusals: { 'branch-elsewhere': { status: 422, meaning: 'A branch of the mapping is not one of this member.' } },
  example: {
    params: { memberId: 'riverton' },
    body: { dialect: 'symphony-999' as const, branchMap: { MAIN: 'riverton.main' } },
    output: { ...itemDialects['symphony-999'], branchMap: { MAIN: 'riverton.main' } },
  },
  errorImpact: 'A member cannot set how its items are loaded.',
});
