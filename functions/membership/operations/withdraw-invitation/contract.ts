import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { staffSchema } from '../../domain/staff.ts';
import { exampleStaff } from '../../schemas/examples.ts';

/** Withdraws the invitation of a person who has not signed in yet: the person is no longer staff, and the address is free again. Audited. */
export const contract = operation({
  id: 'membership-withdraw-invitation',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/staff/{staffId}/invitation-withdrawal',
  summary: 'Withdraw the invitation of a person who has not signed in yet',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'body.memberId' } }],
  touches: { table: 'write', userPool: 'invitations' },
  params: z.strictObject({ staffId: z.string().min(1).max(64) }),
  body: staffSchema.pick({ memberId: true }),
  output: z.strictObject({ staffId: z.string() }),
  owner: 'staff-unknown',
  refusals: {
    'staff-unknown': { status: 404, meaning: 'Nobody of this id is invited there.' },
    'signed-in': { status: 409, meaning: 'The person has signed in already: withdraw the roles instead.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed this person at the same time: look again.' },
  },
  example: {
    params: { staffId: exampleStaff.staffId },
    body: { memberId: exampleStaff.memberId },
    output: { staffId: exampleStaff.staffId },
  },
  errorImpact: 'A person who was invited by mistake can still sign in.',
});
