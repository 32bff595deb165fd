import { operation } from '../../../../layers/platform/http/contract.ts';
import { staffSchema } from '../../domain/staff.ts';
import { exampleStaff } from '../../schemas/examples.ts';

const { name, email, memberId } = exampleStaff;

/**
 * Invites a staff user of a member (or the consortium) by e-mail; roles are granted separately. Inviting a person again who has not signed
 * in yet sends the invitation again.
 */
export const contract = operation({
  id: 'membership-invite-staff',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/staff',
  summary: 'Invite a staff member by e-mail, or send the invitation again',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write', userPool: 'invitations' },
  body: staffSchema.pick({ name: true, email: true, memberId: true }),
  status: 201,
  output: staffSchema,
  refusals: {
    'email-taken': { status: 409, meaning: 'Somebody signs in with this address.' },
    'member-unknown': { status: 404, meaning: 'There is no such member.' },
  },
  example: { body: { name, email, memberId }, output: { ...exampleStaff, grants: [] } },
  errorImpact: 'New staff cannot sign in.',
});
