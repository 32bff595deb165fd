import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import {
  accountViewSchema,
  exampleAccount,
  exampleDifferingPayout,
  exampleOnlinePayment,
  examplePayout,
  onlinePaymentViewSchema,
  paymentReaders,
  payoutViewSchema,
} from '../../schemas/views.ts';

/**
 * Lists the online payments of a member’s account in a month (UTC), the newest first, page by page, with refunds, the payouts and what differs
 * in them, and all open disputes of the account. Or only one payment of the account, whatever its month.
 */
export const contract = operation({
  id: 'payments-list-online',
  context: 'payments',
  service: 'administration',
  method: 'GET',
  path: '/v1/payments/accounts/{memberId}/payments',
  summary: 'List online payments and payouts of a month',
  permission: paymentReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    month: monthSchema,
    /** Only this payment, if it was made with the account. */
    payment: z.string().min(1).max(64).optional(),
    ...pageQuery,
  }),
  output: z.strictObject({
    /** None when the member takes no payments online itself. */
    account: accountViewSchema.optional(),
    payments: z.array(onlinePaymentViewSchema),
    /** The payments with open disputes, whenever they were begun; on the first page only. */
    disputed: z.array(onlinePaymentViewSchema),
    /** On the first page only. */
    payouts: z.array(payoutViewSchema),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: { month: '2026-11' },
    output: {
      account: exampleAccount,
      payments: [exampleOnlinePayment],
      disputed: [
        {
          ...{ ...exampleOnlinePayment, paymentId: 'opy_01k90000000000000000000000', at: '2026-10-12T09:30:00.000Z' },
          ...{ reference: 'pi_3ExampleDisputed', paidAt: '2026-10-12T09:31:00.000Z' },
          dispute: { disputeId: 'dp_1Example', amount: 350, state: 'open', at: '2026-11-20T08:00:00.000Z' },
        },
      ],
      payouts: [examplePayout, exampleDifferingPayout],
    },
  },
  errorImpact: 'Finance staff do not see what was paid online.',
});
