import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchChanged, editedBranchSchema } from '../../schemas/branches.ts';
import { exampleBranch, exampleCalendars } from '../../schemas/examples.ts';

/** Returns a branch for editing, as last written, with its version. */
export const contract = operation({
  id: 'membership-show-branch',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/branches/{branchId}',
  summary: 'Show a branch for editing',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin', 'auditor'], at: { branch: 'path.branchId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  output: editedBranchSchema,
  refusals: { 'branch-unknown': branchChanged['branch-unknown'] },
  example: {
    params: { branchId: 'riverton.main' },
    output: { branch: exampleBranch, version: 4, calendars: exampleCalendars },
  },
  errorImpact: 'Administrators cannot open a branch to change it.',
});
