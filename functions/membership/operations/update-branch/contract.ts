import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchDetailsSchema } from '../../domain/branch.ts';
import { branchChanged, editedBranchSchema } from '../../schemas/branches.ts';
import { exampleBranch, exampleCalendars } from '../../schemas/examples.ts';

const { branchId: _id, calendar: _calendar, ...exampleDetails } = exampleBranch;

/**
 * Sets the public details of a branch, as a whole: name, address, contacts, whether holds are picked up there, and the identification of
 * patrons on its hold slips. Refuses a change made from an older version, so that the last write does not silently replace others.
 */
export const contract = operation({
  id: 'membership-update-branch',
  context: 'membership',
  service: 'administration',
  method: 'PUT',
  path: '/v1/membership/branches/{branchId}',
  summary: 'Change the name, address and contacts of a branch',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { branch: 'path.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ branchId: branchIdSchema }),
  body: branchDetailsSchema.extend({ version: z.int().min(1) }),
  output: editedBranchSchema,
  refusals: branchChanged,
  example: {
    params: { branchId: 'riverton.main' },
    body: { ...exampleDetails, phone: '+1 555 0100', version: 4 },
    output: { branch: { ...exampleBranch, phone: '+1 555 0100' }, version: 5, calendars: exampleCalendars },
  },
  errorImpact: 'Patrons read an old address.',
});
