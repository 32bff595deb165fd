import * as z from 'zod';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema, exampleBill } from '../../schemas/bills.ts';
import { accruedSchema } from '../../schemas/loans.ts';

/** Lists the bills of the calling patron and the total debt, to all members; apart from it the accrued fines of overdue loans. */
export const contract = operation({
  id: 'circulation-list-my-bills',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/my/bills',
  summary: 'See my bills',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({ bills: z.array(billViewSchema), owed: z.array(moneySchema), accrued: accruedSchema }),
  refusals: {},
  example: {
    output: {
      bills: [exampleBill],
      owed: [{ amount: 350, currency: 'USD' }],
      accrued: [{ amount: 75, currency: 'USD' }],
    },
  },
  errorImpact: 'Patrons do not see what they owe.',
});
