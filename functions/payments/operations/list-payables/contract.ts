import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { billViewSchema } from '../../../circulation/public/bill-view-schema.ts';
import { exampleBill } from '../../../circulation/public/example-bill.ts';
import { exampleMyPayment, myPaymentSchema } from '../../schemas/views.ts';

/** Lists the bills of the calling patron that can be paid online, grouped as they can be paid together, and the latest online payments. */
export const contract = operation({
  id: 'payments-list-payables',
  context: 'payments',
  service: 'circulation',
  method: 'GET',
  path: '/v1/payments/my',
  summary: 'See what I can pay online',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    groups: z.array(
      z.strictObject({
        account: z.string(),
        currency: z.string(),
        minimum: z.int(),
        bills: z.array(billViewSchema),
      }),
    ),
    payments: z.array(myPaymentSchema),
  }),
  refusals: {},
  example: {
    output: {
      groups: [{ account: 'riverton', currency: 'USD', minimum: 100, bills: [exampleBill] }],
      payments: [exampleMyPayment],
    },
  },
  errorImpact: 'Patrons cannot choose bills to pay online.',
});
