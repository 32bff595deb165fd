import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, cursorSchema, pageQuery } from '../../../../layers/platform/http/page.ts';
import { patternSchema } from '../../domain/serials/pattern.ts';
import { subscriptionSchema } from '../../domain/serials/subscription.ts';
import { fundReaders } from '../../schemas/funds.ts';
import { exampleSubscription } from '../../schemas/serials.ts';

const { subscriptionId, memberId, branchId, title, issn, recordId, vendor, copies, v } = exampleSubscription;

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
    subscriptions: z.array(
      subscriptionSchema
        .pick({
          ...{ subscriptionId: true, memberId: true, branchId: true, title: true, issn: true, recordId: true },
          ...{ vendor: true, copies: true, endsOn: true, v: true },
        })
        .extend({
          frequency: patternSchema.shape.frequency,
          /** The day of the last issue that is predicted. */
          predictedUntil: z.iso.date().exactOptional(),
        }),
    ),
    next: cursorSchema.optional(),
  }),
  namedOwner: { none: 'A branch of another member has no subscriptions of this one.' },
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: {},
    output: {
      subscriptions: [
        {
          ...{ subscriptionId, memberId, branchId, title, copies, v, frequency: 'm', predictedUntil: '2026-12-01' },
          ...{ issn: issn ?? '', recordId: recordId ?? '', vendor: vendor ?? '' },
        },
      ],
    },
  },
  errorImpact: 'Staff do not see the subscriptions.',
});
