import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { subscriptionIdSchema } from '../../domain/serials/issue.ts';
import { seriesKinds } from '../../domain/serials/pattern.ts';
import { subscriptionSchema } from '../../domain/serials/subscription.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleSubscription, subscriptionRefusals } from '../../schemas/serials.ts';

/** Shows a subscription with its patterns and what the library has, as a statement and as MARC 21 holdings fields. */
export const contract = operation({
  id: 'acquisitions-show-subscription',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/subscriptions/{subscriptionId}',
  summary: 'Show a subscription',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, subscriptionId: subscriptionIdSchema }),
  output: z.strictObject({
    subscription: subscriptionSchema,
    holdings: z.array(
      z.strictObject({
        kind: z.enum(seriesKinds),
        /** Empty while nothing arrived. */
        statement: z.string(),
        /** The pattern (853 to 855) and the ranges of issues that arrived (863 to 865). */
        marc: z.array(z.string()),
      }),
    ),
    /** The day at the branch. */
    today: z.iso.date(),
  }),
  owner: 'unknown-subscription',
  refusals: { 'unknown-subscription': subscriptionRefusals['unknown-subscription'] },
  example: {
    params: { memberId: 'riverton', subscriptionId: exampleSubscription.subscriptionId },
    output: {
      subscription: exampleSubscription,
      holdings: [
        {
          ...{ kind: 'basic', statement: 'v.8:no.11 (2026:Nov.)' },
          marc: ['853 20 $81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01', '863 40 $81.1$a8$b11$i2026$j11'],
        },
      ],
      today: '2026-11-24',
    },
  },
  errorImpact: 'Staff cannot look at a subscription.',
});
