import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemDescriptionSchema } from '../../domain/views/views.ts';

const retention = { program: 'Shared print', until: '2046-12-31' };

/**
 * Commits a member to retain an item, such as for a shared print programme, until a date (inclusive) or permanently; or releases it. Until
 * then the item cannot be withdrawn.
 */
export const contract = operation({
  id: 'catalogue-set-retention',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/members/{memberId}/items/{itemId}/retention',
  summary: 'Commit to keep an item, or release it',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, itemId: z.string().min(1).max(64) }),
  body: z.strictObject({
    retention: z.strictObject({ program: oneLine(100), until: z.iso.date().exactOptional() }).nullable(),
  }),
  output: itemDescriptionSchema,
  owner: 'unknown-item',
  refusals: { 'unknown-item': { status: 404, meaning: 'The member has no such item.' } },
  example: {
    params: { memberId: 'riverton', itemId: 'itm_01kb0000000000000000000000' },
    body: { retention },
    output: {
      ...{ itemId: 'itm_01kb0000000000000000000000', sourceId: 'riverton:b1000', memberId: 'riverton' },
      ...{ barcode: '31234000123456', branchId: 'riverton.main', location: 'Stacks', callNumber: 'FIC AUS' },
      ...{ category: 'book', copyNumber: '1', volume: '', hiddenFrom: [], retention },
    },
  },
  errorImpact: 'A copy that others rely on can be withdrawn.',
});
