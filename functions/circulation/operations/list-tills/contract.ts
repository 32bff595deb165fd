import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { branchIdSchema, memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleTill, tillReaders, tillViewSchema } from '../../schemas/tills.ts';

/** Lists the tills of a member's branches in a month, by local day: the expected and the counted amounts, and who counted. */
export const contract = operation({
  id: 'circulation-list-tills',
  context: 'circulation',
  service: 'administration',
  method: 'GET',
  path: '/v1/circulation/tills/{month}',
  summary: 'List the tills of a member in a month',
  permission: tillReaders,
  touches: { table: 'read' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({
    member: memberIdSchema,
    /** Only the tills of this branch. */
    branch: branchIdSchema.optional(),
  }),
  output: z.strictObject({ tills: z.array(tillViewSchema) }),
  refusals: { 'branch-elsewhere': { status: 422, meaning: 'The branch belongs to another member.' } },
  example: { params: { month: '2026-11' }, query: { member: 'riverton' }, output: { tills: [exampleTill] } },
  errorImpact: 'Finance staff cannot see the payments taken at desks.',
});
