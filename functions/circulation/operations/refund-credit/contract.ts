import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema, exampleBill, meansSchema, moneyRefusals, supervisorRefusal } from '../../schemas/bills.ts';
import { atDesk, changedRefusal } from '../../schemas/decisions.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

/**
 * Refunds the credit of a bill, for example when a paid lost item was returned (C73): paid out in full at any desk, above the limit of
 * the fees in force by a supervisor, or set against the patron's other open bills, oldest first, of any members. A payout for another
 * member is owed by it until the netting (C74).
 */
export const contract = operation({
  id: 'circulation-refund-credit',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/refunds',
  summary: 'Pay out or offset the credit of a bill',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    ...patronRef,
    /** The bill with the credit. */
    billId: z.string().min(1).max(64),
    /** Pays it out by this means of payment; when omitted, it is set against the patron's other open bills. */
    payOut: z.strictObject({ means: meansSchema }).optional(),
  }),
  status: 201,
  output: z.strictObject({
    receiptNumber: z.string(),
    /** The bill with the credit, then those paid by it, in their new state. */
    bills: z.array(billViewSchema),
    /** The patron's debt afterwards, over all bills, in minor units. */
    owed: z.number().int(),
  }),
  namedOwner: 'unknown-bill',
  refusals: {
    ...patronRefusals,
    ...changedRefusal,
    ...moneyRefusals,
    ...supervisorRefusal,
    'no-money-back': { status: 409, meaning: 'The bill gives nothing back.' },
    'nothing-to-set-off': { status: 409, meaning: 'The patron has no other open bill in the currency of this one.' },
  },
  example: {
    body: {
      branchId: 'riverton.main',
      patron: '21101000000016',
      billId: 'bil_01kb0000000000000000000000',
      payOut: { means: 'cash' },
    },
    output: {
      receiptNumber: 'riverton.main-000043',
      bills: [{ ...exampleBill, kind: 'lost', amount: 2500, open: 0 }],
      owed: 0,
    },
  },
  errorImpact: 'Patrons get no refund for lost items that were returned.',
});
