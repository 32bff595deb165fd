import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchSchema } from '../../domain/branch.ts';
import { exampleBranch } from '../../schemas/examples.ts';

/** Creates a branch of a member, with its opening hours. Its id is claimed permanently. */
export const contract = operation({
  id: 'membership-create-branch',
  context: 'membership',
  service: 'administration',
  method: 'POST',
  path: '/v1/membership/members/{memberId}/branches',
  summary: 'Create a branch',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: branchSchema,
  status: 201,
  output: branchSchema,
  namedOwner: 'branch-elsewhere',
  refusals: {
    'branch-exists': { status: 409, meaning: 'A branch with this id exists.' },
    'member-unknown': { status: 404, meaning: 'There is no such member.' },
    'branch-elsewhere': { status: 422, meaning: 'The branch’s id names another member than the path.' },
  },
  example: { params: { memberId: 'riverton' }, body: exampleBranch, output: exampleBranch },
  errorImpact: 'A library cannot open a branch.',
});
