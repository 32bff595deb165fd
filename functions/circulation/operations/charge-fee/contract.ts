import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema, exampleBill } from '../../schemas/bills.ts';
import { atDesk, changedRefusal } from '../../schemas/decisions.ts';
import { patronRef, patronRefusals } from '../../schemas/loans.ts';

const { itemId: _itemId, title: _title, ...fee } = exampleBill;

/** Charges a patron a fee of the adopted list manually; the fee belongs to the member whose desk enters it (C74). */
export const contract = operation({
  id: 'circulation-charge-fee',
  context: 'circulation',
  service: 'circulation',
  method: 'POST',
  path: '/v1/circulation/charges',
  summary: 'Charge a fee',
  permission: [atDesk],
  touches: { table: 'write' },
  body: z.strictObject({
    branchId: branchIdSchema,
    ...patronRef,
    /** Its name in the fees policy. */
    fee: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Minor units; replaces the policy's own amount (for example for the actual damage). */
    amount: z.number().int().positive().max(1_000_000_00).optional(),
  }),
  status: 201,
  output: z.strictObject({ bill: billViewSchema }),
  refusals: {
    ...patronRefusals,
    ...changedRefusal,
    'unknown-fee': { status: 422, meaning: 'The fees in force name no such fee.' },
    'other-currency': { status: 409, meaning: 'Fees and loan rules in force are in two currencies.' },
  },
  example: {
    body: { branchId: 'harcourt.main', patron: '21101000000016', fee: 'damaged-item', amount: 2650 },
    output: { bill: { ...fee, kind: 'fee', amount: 2650, open: 2650 } },
  },
  errorImpact: 'Fees cannot be charged.',
});
