import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { staffSchema } from '../../domain/staff.ts';
import { exampleStaff } from '../../schemas/examples.ts';
import { grantBody } from '../../schemas/grant-body.ts';

/** Withdraws a role; it is ineffective everywhere within a minute. Audited; users cannot withdraw their own, so an admin remains. */
export const contract = operation({
  id: 'membership-withdraw-role',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/staff/{staffId}/role-withdrawals',
  summary: 'Withdraw a role from a staff member',
  // Who may withdraw which role depends on the role: the domain decides (role-giving.ts), by current roles.
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: 'own-member' }],
  touches: { table: 'write' },
  params: z.strictObject({ staffId: z.string().min(1).max(64) }),
  body: grantBody,
  output: staffSchema,
  owner: 'not-your-staff',
  namedOwner: 'not-yours-to-give',
  refusals: {
    'staff-unknown': { status: 404, meaning: 'Nobody of this id works here.' },
    'not-yours-to-give': { status: 403, meaning: 'You administer no place where this role is held.' },
    'not-your-staff': { status: 403, meaning: 'A member administers the roles of its own staff only.' },
    'not-to-oneself': { status: 403, meaning: 'Nobody changes their own roles.' },
    'not-held': { status: 409, meaning: 'The person does not hold this role.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed these roles at the same time: look again.' },
  },
  example: {
    params: { staffId: exampleStaff.staffId },
    body: {
      grant: { role: 'desk', scope: 'branch', branch: 'riverton.main' },
      reason: 'Moves to cataloguing',
    },
    output: { ...exampleStaff, grants: [] },
  },
  errorImpact: 'A person who left keeps the role.',
});
