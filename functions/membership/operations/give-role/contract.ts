import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { staffSchema } from '../../domain/staff.ts';
import { exampleStaff } from '../../schemas/examples.ts';
import { grantBody } from '../../schemas/grant-body.ts';

/** Grants a role, for the consortium, a member or a branch. Audited; users cannot grant roles to themselves. */
export const contract = operation({
  id: 'membership-give-role',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/staff/{staffId}/roles',
  summary: 'Give a role to a staff member',
  // Who may grant which role depends on the role: the domain decides (role-giving.ts), by current roles.
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
    'scope-not-allowed': { status: 422, meaning: 'This role is not given for this scope.' },
    'already-held': { status: 409, meaning: 'The person holds this role already.' },
    'place-unknown': { status: 404, meaning: 'There is no such member or branch.' },
    'changed-meanwhile': { status: 409, meaning: 'Somebody else changed these roles at the same time: look again.' },
  },
  example: {
    params: { staffId: exampleStaff.staffId },
    body: {
      grant: { role: 'desk', scope: 'branch', branch: 'riverton.main' },
      reason: 'Begins at the desk',
    },
    output: exampleStaff,
  },
  errorImpact: 'Staff cannot get the roles that their work needs.',
});
