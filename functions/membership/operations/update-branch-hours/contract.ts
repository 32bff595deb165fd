import * as z from 'zod';
import { branchCalendarSchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchSchema } from '../../domain/branch.ts';
import { exampleBranch } from '../../schemas/examples.ts';

/** Changes the opening hours and closures of a branch. Existing loans keep their due dates. */
export const contract = operation({
  id: 'membership-update-branch-hours',
  context: 'membership',
  service: 'administration',
  method: 'PUT',
  path: '/v1/membership/branches/{branchId}/calendar',
  summary: 'Set a branch’s opening hours and closures',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { branch: 'path.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ branchId: branchIdSchema }),
  body: branchCalendarSchema,
  output: branchSchema,
  refusals: { 'branch-unknown': { status: 404, meaning: 'There is no such branch.' } },
  example: { params: { branchId: 'riverton.main' }, body: exampleBranch.calendar, output: exampleBranch },
  errorImpact: 'Due dates fall on days that a branch is closed.',
});
