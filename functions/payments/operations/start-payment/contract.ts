import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Starts an online payment of open bills of the calling patron, and answers the payment provider’s page. The amount is what is open of the
 * bills. A patron has one open payment at a time: the same bills return to its page, other bills end it first.
 */
export const contract = operation({
  id: 'payments-start-payment',
  context: 'payments',
  service: 'circulation',
  method: 'POST',
  path: '/v1/payments/my',
  summary: 'Pay my bills online',
  permission: [{ who: 'patron' }],
  touches: { table: 'write', partners: 'send', site: true },
  timeoutSeconds: 25,
  body: z.strictObject({ billIds: z.array(z.string().min(1).max(64)).min(1).max(10) }),
  status: 201,
  output: z.strictObject({ paymentId: z.string(), url: z.string() }),
  namedOwner: 'bill-not-open',
  refusals: {
    'bill-not-open': { status: 409, meaning: 'A chosen bill of yours is not open: look at your bills again.' },
    'not-online': { status: 409, meaning: 'A library whose bill was chosen takes no payments online.' },
    'several-accounts': { status: 409, meaning: 'The chosen bills are paid in separate payments.' },
    'currencies-differ': { status: 409, meaning: 'The bills of one payment are of one currency.' },
    'below-minimum': { status: 409, meaning: 'The amount is below the least that is paid online.' },
    'amount-not-payable': { status: 409, meaning: 'The payment provider does not take this amount.' },
    'payment-in-progress': { status: 409, meaning: 'Another payment of yours is being processed.' },
    'provider-unavailable': { status: 409, meaning: 'The payment provider did not open a page: try again later.' },
  },
  example: {
    body: { billIds: ['bil_01kb0000000000000000000000'] },
    output: {
      paymentId: 'opy_01kb0000000000000000000000',
      url: 'https://checkout.stripe.com/c/pay/cs_example',
    },
  },
  errorImpact: 'Patrons cannot pay online; they can pay at a desk.',
});
