import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../../layers/kernel/money/currency.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema, exampleBill, meansSchema, moneyRefusals } from '../../schemas/bills.ts';
import { atDesk, atSelfCheck, changedRefusal } from '../../schemas/decisions.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

/**
 * Takes payment for a bill at any desk, in whole or in part, and for further bills with it line by line; another member's money is owed
 * to it until the netting (C74).
 */
export const contract = operation({
  id: 'circulation-pay-bill',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/payments',
  summary: 'Take a payment for a bill',
  permission: [atDesk, atSelfCheck],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    ...patronRef,
    /** Without it the amount pays the open bills of `currency`, oldest first: for machines that take money for a card. */
    billId: z.string().min(1).max(64).optional(),
    currency: currencySchema.optional(),
    /** Minor units of the bill's currency. */
    amount: z.number().int().positive().max(1_000_000_00),
    /** Further bills of the patron, of any members, paid line by line under the same receipt. */
    also: z
      .array(
        z.strictObject({ billId: z.string().min(1).max(64), amount: z.number().int().positive().max(1_000_000_00) }),
      )
      .max(9)
      .default([]),
    means: meansSchema.default('cash'),
  }),
  status: 201,
  output: z.strictObject({
    /** In the branch's own gapless series. */
    receiptNumber: z.string(),
    bill: billViewSchema,
    /** Every bill of the payment in its new state, in the given order. */
    bills: z.array(billViewSchema),
    paid: z.number().int(),
    /** The patron's debt afterwards, over all bills. */
    owed: z.number().int(),
  }),
  namedOwner: 'unknown-bill',
  refusals: {
    ...patronRefusals,
    ...changedRefusal,
    ...moneyRefusals,
    'bill-twice': { status: 422, meaning: 'Each bill is named once in a payment.' },
    'currencies-differ': { status: 409, meaning: 'The bills of one payment are of one currency.' },
    'more-than-open': { status: 409, meaning: 'The bill is not open for that much.' },
  },
  example: {
    body: {
      branchId: 'riverton.main',
      patron: '21101000000016',
      billId: 'bil_01kb0000000000000000000000',
      amount: 200,
      means: 'cash',
    },
    output: {
      receiptNumber: 'riverton.main-000042',
      bill: { ...exampleBill, open: 150 },
      bills: [{ ...exampleBill, open: 150 }],
      paid: 200,
      owed: 150,
    },
  },
  errorImpact: 'No money can be taken.',
});
