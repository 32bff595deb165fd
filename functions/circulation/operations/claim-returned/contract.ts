import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/** Records the patron's claim that the item was returned: fines stop, and it is never declared lost (C72). */
export const contract = operation({
  id: 'circulation-claim-returned',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/return-claims',
  summary: 'Record that a patron says an item was returned',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema }),
  output: z.strictObject({
    itemId: z.string(),
    state: z.literal('claimed-returned'),
    /** The number of this patron's claims of return not caused by the library, including this one. */
    claims: z.number().int(),
  }),
  namedOwner: 'not-your-loan',
  refusals: { ...ruled(refusalsOf.claimReturned), ...itemRefusals, ...placeRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456' },
    output: { itemId: 'itm_01kb0000000000000000000000', state: 'claimed-returned', claims: 1 },
  },
  errorImpact: 'Fines continue to grow while a library looks for an item that the patron claims to have returned.',
});
