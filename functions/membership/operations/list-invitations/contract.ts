import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { CONSORTIUM, staffSchema } from '../../domain/staff.ts';
import { exampleStaff } from '../../schemas/examples.ts';

/** Lists the staff of a member, or of the consortium, who were invited and have not signed in yet, by name. */
export const contract = operation({
  id: 'membership-list-invitations',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/invitations',
  summary: 'List the invitations of staff who have not signed in yet',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin', 'auditor'], at: { member: 'query.memberId' } }],
  touches: { table: 'read', userPool: 'invitations' },
  query: z.strictObject({ memberId: z.union([memberIdSchema, z.literal(CONSORTIUM)]) }),
  output: z.strictObject({
    invitations: z.array(
      z.strictObject({
        ...staffSchema.pick({ staffId: true, name: true, email: true, memberId: true }).shape,
        /** When the invitation was last sent; its temporary password is valid for seven days. */
        sentAt: z.iso.datetime().optional(),
      }),
    ),
  }),
  refusals: {},
  example: {
    query: { memberId: 'riverton' },
    output: {
      invitations: [
        {
          ...{ staffId: exampleStaff.staffId, name: exampleStaff.name, email: exampleStaff.email },
          ...{ memberId: 'riverton', sentAt: '2026-11-24T15:04:05.000Z' },
        },
      ],
    },
  },
  errorImpact: 'Nobody can see whose invitation is unused.',
});
