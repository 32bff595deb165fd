import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billRefusals, exampleStaffBill, staffBillSchema, supervisorRefusal } from '../../schemas/bills.ts';
import { atDesk, changedRefusal } from '../../schemas/decisions.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

/**
 * Waives a bill of the desk's own member, whole or in part, with the reason; above the limit of the fees in force only by a supervisor
 * (C74). A waived part of a lost item's charge is not refunded when the item returns.
 */
export const contract = operation({
  id: 'circulation-waive-bill',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/waivers',
  summary: 'Waive a bill, whole or in part',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    ...patronRef,
    billId: z.string().min(1).max(64),
    /** Minor units of the bill's currency. */
    amount: z.number().int().positive().max(1_000_000_00),
    /** Stored on the bill, erased with it. */
    reason: oneLine(200, 3),
  }),
  status: 201,
  output: z.strictObject({
    receiptNumber: z.string(),
    bill: staffBillSchema,
    waived: z.number().int(),
    /** The patron's debt afterwards, over all bills. */
    owed: z.number().int(),
  }),
  namedOwner: 'not-your-bill',
  refusals: {
    ...patronRefusals,
    ...changedRefusal,
    ...billRefusals,
    ...supervisorRefusal,
    'not-your-bill': { status: 403, meaning: 'Only the member that is owed waives its bill.' },
    'more-than-open': { status: 409, meaning: 'The bill is not open for that much.' },
  },
  example: {
    body: {
      branchId: 'harcourt.main',
      patron: '21101000000016',
      billId: 'bil_01kb0000000000000000000000',
      amount: 150,
      reason: 'The book drop was locked.',
    },
    output: {
      receiptNumber: 'harcourt.main-000044',
      bill: { ...exampleStaffBill, open: 200 },
      waived: 150,
      owed: 200,
    },
  },
  errorImpact: 'No charge can be waived.',
});
