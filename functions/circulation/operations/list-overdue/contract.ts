import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { lateStages } from '../../domain/late-loan.ts';
import { exampleLateLoan, lateLoanSchema } from '../../schemas/overdue.ts';

/**
 * What is overdue or lost at a branch or its whole member: of what was lent there and of its own items lent elsewhere, branch
 * by branch, the longest first. A loan enters at the latest a quarter of an hour after its due date, when the clock has run; it
 * is off at once when it comes back, is renewed, paid for, or said to be returned (C72), as each row is held against its item.
 * Names of the member's own patrons only; of others the id, by which the desk opens them and the look is logged. A page looks at
 * `limit` places of the list and may show fewer.
 */
export const contract = operation({
  id: 'circulation-list-overdue',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/overdue',
  summary: 'List what is overdue or lost',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject({
    /** Of the branch alone, or of all branches of its member. */
    of: z.enum(['branch', 'member']).default('branch'),
    /** `lost` is what was declared lost or was overdue for so long that it counts as lost, and is not paid for. */
    stage: z.enum(lateStages).default('overdue'),
    ...pageQuery,
  }),
  output: z.strictObject({ loans: z.array(lateLoanSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: { params: { branchId: 'lakeshore.main' }, query: {}, output: { loans: [exampleLateLoan] } },
  errorImpact: 'Nobody goes after what is overdue or lost.',
});
