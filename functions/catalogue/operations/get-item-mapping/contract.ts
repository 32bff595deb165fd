import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { defaultItemMapping, itemMappingSchema } from '../../domain/items/item-mapping.ts';

/**
 * Returns how a member's records contain its items; by default the common format (952). `dialects`: the predefined mappings by name, to
 * choose from.
 */
export const contract = operation({
  id: 'catalogue-get-item-mapping',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/item-mapping',
  summary: "See how a member's records hold its items",
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  output: z.strictObject({
    mapping: itemMappingSchema,
    isDefault: z.boolean(),
    dialects: z.record(z.string(), itemMappingSchema),
  }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    output: { mapping: defaultItemMapping, isDefault: true, dialects: { 'koha-952': defaultItemMapping } },
  },
  errorImpact: 'A member cannot see how its items are loaded.',
});
