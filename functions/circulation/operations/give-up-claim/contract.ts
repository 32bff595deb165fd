import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/**
 * Ends a claim of return whose item was not found: the loan ends without a charge, the item is missing. The comment is mandatory and
 * stored in the audit (C72). Otherwise a check-in ends a claim.
 */
export const contract = operation({
  id: 'circulation-give-up-claim',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/return-claims/given-up',
  summary: 'Give up the search for an item claimed returned',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    item: itemRefSchema,
    /** The places that were searched, and why the search ends. */
    comment: someLines(500, 3),
  }),
  output: z.strictObject({ itemId: z.string(), state: z.literal('missing') }),
  namedOwner: 'not-your-loan',
  refusals: { ...ruled(refusalsOf.claimMissing), ...itemRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456', comment: 'Looked for three times, also at Harcourt' },
    output: { itemId: 'itm_01kb0000000000000000000000', state: 'missing' },
  },
  errorImpact: 'Loans claimed returned stay open.',
});
