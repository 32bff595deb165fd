import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

/**
 * Receives an event of the payment provider for a member’s account: signed by the header `Stripe-Signature` over the body as sent, at most
 * five minutes old. Each event is processed once, in any order; events that are not for us are confirmed and ignored.
 */
export const contract = operation({
  id: 'payments-receive-event',
  context: 'payments',
  service: 'circulation',
  method: 'POST',
  path: '/v1/payments/events/{memberId}',
  summary: 'Receive an event of the payment provider',
  permission: [{ who: 'partner' }],
  touches: { table: 'write', partners: 'send', site: true },
  // An event is recognised by its id, and processed once.
  idempotency: 'none',
  timeoutSeconds: 15,
  consumes: 'application/json',
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.string().max(500_000),
  output: z.strictObject({ received: z.literal(true) }),
  owner: { none: 'The signature shows that the event belongs to the account.' },
  refusals: {
    'bad-signature': {
      status: 400,
      meaning: 'The event is not signed with the secret of this account, or is older than five minutes.',
    },
    'bad-event': { status: 400, meaning: 'The signed body is no event.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: '{"id":"evt_example","object":"event","type":"payout.paid","data":{"object":{}}}',
    output: { received: true },
  },
  errorImpact:
    'Payments made online are posted late: the provider repeats the event, and the reconciliation posts what was lost.',
});
