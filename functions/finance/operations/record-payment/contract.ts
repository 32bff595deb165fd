import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountLineSchema } from '../../domain/member-account/account-line.ts';
import { paymentInputSchema } from '../../domain/member-account/payment.ts';
import { accountParams, accountWriters, bookingRefusals, examplePayment } from '../../schemas/accounts.ts';

/**
 * Records a member's payment to the consortium by bank, in part, in full or more: booked in the member’s books and on its account, once
 * per bank reference. It settles the named invoices, with the remainder the longest due ones.
 */
export const contract = operation({
  id: 'finance-record-payment',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/payments',
  summary: 'Record a member’s payment',
  permission: accountWriters,
  touches: { table: 'write' },
  params: accountParams,
  body: paymentInputSchema,
  status: 201,
  output: z.strictObject({ line: accountLineSchema }),
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'currency-not-billed': { status: 409, meaning: 'Nothing was ever billed in this currency on the account.' },
    'settles-too-much': {
      status: 422,
      meaning: 'The amount for an invoice exceeds what is open on it, or the total exceeds the payment.',
    },
    ...bookingRefusals,
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      ...{ amount: 1250, currency: 'USD', reference: 'TRX 2026-11-23/0042', valueOn: '2026-11-23' },
      settles: [{ invoice: '2026-000042', amount: 1250 }],
    },
    output: { line: examplePayment },
  },
  errorImpact: 'Payments of members cannot be booked.',
});
