import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { refusalsOf } from '../../domain/decisions/refusals.ts';
import { atDesk, changedRefusal, placeRefusals, ruled } from '../../schemas/decisions.ts';
import { itemRefSchema, itemRefusals } from '../../schemas/items.ts';
import { patronRefSchema, patronRefusals } from '../../schemas/loans.ts';

/**
 * Checks in an item found damaged: its loan ends as in any check-in, the borrower is charged by the owner's rule or the desk's amount,
 * and the item is set aside. When the loan has already ended, the desk names the patron. Home from an interlibrary loan, no patron is
 * charged: the owner claims from the library that had it.
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
    /** The patron to charge when the item is no longer on loan. */
    patron: patronRefSchema.optional(),
    member: memberIdSchema.optional(),
    /** Minor units; replaces the charge of the owner's rule. 0 charges nothing. */
    amount: z.number().int().min(0).max(1_000_000_00).optional(),
  }),
  output: z.strictObject({
    itemId: z.string(),
    state: z.literal('damaged'),
    charged: moneySchema.optional(),
    fine: moneySchema.optional(),
    /** The amount claimed from the borrowing library. */
    claimed: moneySchema.optional(),
  }),
  namedOwner: { none: 'Every desk checks in any item, and charges the damage that it finds.' },
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
