import { operation } from '../../../../layers/platform/http/contract.ts';
import { memberSchema, newMemberSchema } from '../../domain/member.ts';
import { exampleMember } from '../../schemas/examples.ts';

/** Creates a member of the consortium: as of today (UTC), unless another start is given. Its id is claimed permanently. */
export const contract = operation({
  id: 'membership-create-member',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/members',
  summary: 'Create a member library',
  permission: [{ who: 'staff', roles: ['admin'], at: 'consortium' }],
  touches: { table: 'write' },
  body: newMemberSchema,
  status: 201,
  output: memberSchema,
  refusals: { 'member-exists': { status: 409, meaning: 'A member with this id exists.' } },
  example: {
    body: exampleMember,
    output: exampleMember,
  },
  errorImpact: 'A library cannot join.',
});
