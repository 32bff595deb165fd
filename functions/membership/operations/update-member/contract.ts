import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { memberDetailsSchema, memberSchema } from '../../domain/member.ts';
import { exampleMember } from '../../schemas/examples.ts';

const { memberId, memberSince: _since, ...exampleDetails } = exampleMember;

/**
 * Sets the name, type, start of the fiscal year and lending on request of a member, as a whole; audited. Refuses a change made from an
 * older version. A new start of the fiscal year applies from now on: closed months do not change.
 */
export const contract = operation({
  id: 'membership-update-member',
  context: 'membership',
  service: 'administration',
  method: 'PUT',
  path: '/v1/membership/members/{memberId}',
  summary: 'Change the name, type, fiscal year and lending on request of a member',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: memberDetailsSchema.extend({
    version: z.int().min(0).describe('The `detailsVersion` before, 0 where it is absent'),
  }),
  output: memberSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'changed-meanwhile': { status: 409, meaning: 'Others changed the details since `version` was read.' },
  },
  example: {
    params: { memberId },
    body: { ...exampleDetails, name: 'Riverton Library', version: 0 },
    output: { ...exampleMember, name: 'Riverton Library', detailsVersion: 1 },
  },
  errorImpact: 'Patrons read an old name of their library.',
});
