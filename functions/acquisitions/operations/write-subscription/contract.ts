import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { subscriptionIdSchema } from '../../domain/serials/issue.ts';
import { allSeriesSchema, subscriptionSchema, subscriptionTermsSchema } from '../../domain/serials/subscription.ts';
import { orderWriters } from '../../schemas/orders.ts';
import { exampleSeries, exampleSubscription, exampleTerms, subscriptionRefusals } from '../../schemas/serials.ts';

/**
 * Makes a subscription of a branch to a serial, with the issues of its next year, or changes one. New patterns are in force from their first
 * issue on: predicted issues from that day on are replaced, those with which anything was done stay. Audited.
 */
export const contract = operation({
  id: 'acquisitions-write-subscription',
  context: 'acquisitions',
  service: 'administration',
  method: 'POST',
  path: '/v1/acquisitions/members/{memberId}/subscriptions',
  summary: 'Make or change a subscription to a serial',
  permission: orderWriters,
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: subscriptionTermsSchema.extend({
    /** The subscription that is changed, and its version as it was read; a new one when absent. */
    ...{ subscriptionId: subscriptionIdSchema.exactOptional(), v: z.int().min(0) },
    /** New patterns; absent where they stay. */
    series: allSeriesSchema.exactOptional(),
  }),
  status: 201,
  output: subscriptionSchema,
  namedOwner: 'branch-elsewhere',
  refusals: {
    ...subscriptionRefusals,
    'no-pattern': { status: 422, meaning: 'A new subscription needs a pattern.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' },
    'unknown-vendor': { status: 422, meaning: 'The library has no such vendor.' },
    'unknown-order': { status: 422, meaning: 'The library has no such order.' },
    'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
    'too-many-patterns': { status: 409, meaning: 'The pattern changed too often: make another subscription.' },
    'too-many-issues': { status: 409, meaning: 'Too many predicted issues change at once: choose a later day.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { ...exampleTerms, series: exampleSeries, v: 0 },
    output: exampleSubscription,
  },
  errorImpact: 'Subscriptions cannot be entered or changed.',
});
