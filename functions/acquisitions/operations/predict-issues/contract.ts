import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { subscriptionIdSchema } from '../../domain/serials/issue.ts';
import { MOST_PREDICTED, subscriptionSchema } from '../../domain/serials/subscription.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { exampleSubscription, subscriptionRefusals } from '../../schemas/serials.ts';

/** Predicts further issues of a subscription, from where the last prediction ended until the subscription ends. */
export const contract = operation({
  id: 'acquisitions-predict-issues',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}/predictions',
  summary: 'Predict further issues of a subscription',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, subscriptionId: subscriptionIdSchema }),
  body: z.strictObject({
    count: z
      .int()
      .min(1)
      .max(MOST_PREDICTED / 2),
    v: z.int().min(1),
  }),
  output: subscriptionSchema,
  owner: 'unknown-subscription',
  refusals: {
    ...subscriptionRefusals,
    'no-more-issues': { status: 409, meaning: 'The pattern or the end of the subscription allows no more issues.' },
  },
  example: {
    params: { memberId: 'riverton', subscriptionId: exampleSubscription.subscriptionId },
    body: { count: 12, v: 1 },
    output: exampleSubscription,
  },
  errorImpact: 'No further issues of a serial are expected.',
});
