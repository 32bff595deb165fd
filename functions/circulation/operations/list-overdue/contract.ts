import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atListedDesk } from '../../../../layers/platform/http/desk-permission.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { lateStages } from '../../domain/loans/late-loan.ts';
import { exampleLateLoan, lateLoanSchema } from '../../schemas/overdue.ts';

/**
 * Lists the overdue or lost loans of a branch or its whole member: those made there, and those of its own items lent elsewhere, branch
 * by branch, the longest first. A loan is added at the latest 15 minutes after its due date, by the scheduled run; it disappears
 * immediately when it is returned, renewed, paid for, or claimed returned (C72), because each row is compared with its item. Shows names
 * of the member's own patrons only; for others the id, with which the desk opens the record and the access is logged. A page reads
 * `limit` entries of the list and may show fewer.
 */
export const contract = operation({
  id: 'circulation-list-overdue',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/branches/{branchId}/overdue',
  summary: 'List overdue and lost items',
  permission: [atListedDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject({
    /** Of the branch alone, or of all branches of its member. */
    of: z.enum(['branch', 'member']).default('branch'),
    /** `lost` lists loans declared lost, or overdue for so long that they count as lost, and not paid for. */
    stage: z.enum(lateStages).default('overdue'),
    ...pageQuery,
  }),
  output: z.strictObject({ loans: z.array(lateLoanSchema), next: z.string().optional() }),
  refusals: {
    ...cursorRefusal,
    'full-sign-in-needed': {
      status: 403,
      meaning: 'The list of a whole member needs the full sign-in: a badge or code at a shared desk is not enough.',
    },
  },
  example: { params: { branchId: 'lakeshore.main' }, query: {}, output: { loans: [exampleLateLoan] } },
  errorImpact: 'Staff cannot see overdue and lost items.',
});
