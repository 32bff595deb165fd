import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';

/** Declares a loan lost and charges by its owner's rule; its return reverses exactly that amount (C73, C74). */
export const contract = operation({
  id: 'circulation-declare-lost',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/lost-declarations',
  summary: 'Declare a loan lost',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({ branchId: branchIdSchema, item: itemRefSchema }),
  output: z.strictObject({
    itemId: z.string(),
    state: z.enum(['lost', 'lost-and-paid']),
    charged: moneySchema.optional(),
  }),
  namedOwner: 'not-your-loan',
  refusals: { ...ruled(refusalsOf.declareLost), ...itemRefusals, ...placeRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'riverton.main', item: '31234000123456' },
    output: { itemId: 'itm_01kb0000000000000000000000', state: 'lost', charged: { amount: 3000, currency: 'USD' } },
  },
  errorImpact: 'Lost items cannot be charged.',
});
