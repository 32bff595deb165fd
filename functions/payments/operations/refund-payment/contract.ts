import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleOnlinePayment, onlinePaymentViewSchema, unknownPayment } from '../../schemas/views.ts';

/**
 * Refunds an online payment in whole or in part: the provider returns the money to the means by which it was paid. The refund is posted when
 * the provider confirms it: a credit of the bill is then settled, or the bill is open again.
 */
export const contract = operation({
  id: 'payments-refund-payment',
  context: 'payments',
  service: 'circulation',
  method: 'POST',
  path: '/v1/payments/accounts/{memberId}/payments/{paymentId}/refunds',
  summary: 'Refund an online payment',
  permission: [{ who: 'staff', roles: ['member-finance', 'desk-supervisor'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', partners: 'send', site: true },
  timeoutSeconds: 25,
  params: z.strictObject({ memberId: memberIdSchema, paymentId: z.string().min(1).max(64) }),
  body: z.strictObject({
    /** Minor units of the payment’s currency. */
    amount: z.int().positive().max(1_000_000_00),
    reason: z.string().trim().min(1).max(200),
  }),
  status: 201,
  output: onlinePaymentViewSchema,
  owner: 'payment-not-found',
  refusals: {
    ...unknownPayment,
    'payment-not-paid': { status: 409, meaning: 'The payment was not paid, or is disputed.' },
    'more-than-paid': { status: 409, meaning: 'So much is not left of the payment.' },
    'changed-meanwhile': { status: 409, meaning: 'The payment changed meanwhile: look again.' },
    'provider-refused': { status: 409, meaning: 'The payment provider refused the refund.' },
  },
  example: {
    params: { memberId: 'riverton', paymentId: exampleOnlinePayment.paymentId },
    body: { amount: 350, reason: 'Charged in error' },
    output: {
      ...exampleOnlinePayment,
      refunds: [
        {
          ...{
            refundId: 'rfd_01kb0000000000000000000000',
            amount: 350,
            state: 'posted',
            at: '2026-11-25T10:00:00.000Z',
          },
          ...{ by: 'staff:stf_01kb0000000000000000000000', reason: 'Charged in error' },
        },
      ],
    },
  },
  errorImpact: 'Staff cannot refund online payments here; the provider’s own dashboard can.',
});
