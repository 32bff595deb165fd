import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { subscriptionSchema } from '../../domain/serials/subscription.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleSubscription } from '../../schemas/serials.ts';

/** Lists the subscriptions of a library, the newest first: all, or those of a branch. */
export const contract = operation({
  id: 'acquisitions-list-subscriptions',
  context: 'acquisitions',
  service: 'administration',
  method: 'GET',
  path: '/v1/acquisitions/members/{memberId}/subscriptions',
  summary: 'List the subscriptions of a library',
  permission: fundReaders,
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ branch: branchIdSchema.optional(), ...pageQuery }),
  output: z.strictObject({
    subscriptions: z.array(subscriptionSchema),
    next: cursorSchema.optional(),
  }),
  namedOwner: { none: 'A branch of another member has no subscriptions of this one.' },
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: { subscriptions: [exampleSubscription] },
  },
  errorImpact: 'Staff do not see the subscriptions.',
});
