import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { memberSchema } from '../../domain/member.ts';
import { exampleMember } from '../../schemas/examples.ts';

/**
 * Sets the first day of a membership and, when it ends, its last one; audited. The library shares no cost of a month before or after;
 * closed months do not change.
 */
export const contract = operation({
  id: 'membership-set-membership',
  context: 'membership',
  service: 'administration',
  method: 'PUT',
  path: '/v1/membership/members/{memberId}/membership',
  summary: 'Set since when a library is a member, and when it left',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({ memberSince: z.iso.date(), leftOn: z.iso.date().optional() }),
  output: memberSchema,
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'left-before-joined': { status: 422, meaning: 'A library leaves no earlier than it joined.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { memberSince: '2019-07-01', leftOn: '2027-06-30' },
    output: { ...exampleMember, leftOn: '2027-06-30' },
  },
  errorImpact: 'A library that joins or leaves pays a share of months in which it is no member.',
});
