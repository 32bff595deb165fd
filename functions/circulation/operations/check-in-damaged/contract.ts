import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';
import { patronRefSchema, patronRefusals } from '../../schemas/loans.ts';

/**
 * Takes back an item found damaged: its loan ends as by any check-in, who had it is charged what its owner's rule says or
 * the desk names, and it stays aside. After a plain check-in nobody has it any more: then the desk names the patron. Home from
 * a loan between libraries, no patron is charged: the library that had it is claimed of.
 */
export const contract = operation({
  id: 'circulation-check-in-damaged',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/damaged-returns',
  summary: 'Take back a damaged item',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    item: itemRefSchema,
    /** Who is to pay, when the item is not lent any more. */
    patron: patronRefSchema.optional(),
    member: memberIdSchema.optional(),
    /** Minor units, where it is not the charge of the owner's rule; 0 charges nothing. */
    amount: z.number().int().min(0).max(1_000_000_00).optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    state: z.literal('damaged'),
    charged: moneySchema.optional(),
    fine: moneySchema.optional(),
    /** What is claimed of the library that it was lent to. */
    claimed: moneySchema.optional(),
  }),
  refusals: { ...ruled(refusalsOf.damage), ...itemRefusals, ...patronRefusals, ...placeRefusals, ...changedRefusal },
  example: {
    body: { branchId: 'harcourt.main', item: '31234000123456', amount: 800 },
    output: {
      itemId: 'itm_01kb0000000000000000000000',
      state: 'damaged',
      charged: { amount: 800, currency: 'USD' },
    },
  },
  errorImpact: 'Damage cannot be charged; a damaged item can be checked in and marked by hand.',
});
