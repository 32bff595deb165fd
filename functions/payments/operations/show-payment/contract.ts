import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleMyPayment, myPaymentSchema, unknownPayment } from '../../schemas/views.ts';

/** Shows an online payment of the calling patron: the state that the provider confirmed to us, whatever the browser brings back. */
export const contract = operation({
  id: 'payments-show-payment',
  context: 'payments',
  service: 'circulation',
  method: 'GET',
  path: '/v1/payments/my/{paymentId}',
  summary: 'See an online payment of mine',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  params: z.strictObject({ paymentId: z.string().min(1).max(64) }),
  output: myPaymentSchema,
  owner: 'payment-not-found',
  refusals: unknownPayment,
  example: { params: { paymentId: exampleMyPayment.paymentId }, output: exampleMyPayment },
  errorImpact: 'Patrons do not see whether their payment has arrived.',
});
