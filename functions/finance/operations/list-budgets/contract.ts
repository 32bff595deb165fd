import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { alertSchema } from '../../domain/budgets/alert.ts';
import { budgetSchema, ownerSchema } from '../../domain/budgets/budget.ts';
import { budgetStatusSchema } from '../../domain/budgets/budget-status.ts';
import { exampleAlert, exampleBudget, exampleBudgetStatus } from '../../schemas/budgets.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/**
 * Lists the budgets of a member, or the consortium's own when none is named: the status in the current and recent periods, by the last
 * recorded spending, and the raised alerts, the newest first. A member sees only its own.
 */
export const contract = operation({
  id: 'finance-list-budgets',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/budgets',
  summary: 'List budgets with their spending and alerts',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  query: z.strictObject({ member: memberIdSchema.optional() }),
  output: z.strictObject({
    owner: ownerSchema,
    /** The month, 1 to 12, in which its fiscal years begin. */
    fiscalYearStartsIn: z.int().min(1).max(12),
    /** The currency of each measure. */
    currencies: z.strictObject({ platform: z.string(), statement: z.string() }),
    /** When the spending was last recorded; absent before the first time. */
    asOf: z.iso.datetime().optional(),
    budgets: z.array(budgetSchema),
    statuses: z.array(budgetStatusSchema),
    alerts: z.array(alertSchema),
  }),
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'no-price-book': { status: 404, meaning: 'No price book is in force: nothing of the platform has a price.' },
  },
  example: {
    query: { member: 'riverton' },
    output: {
      ...{ owner: 'riverton', fiscalYearStartsIn: 7, asOf: '2026-11-24T06:00:00.000Z' },
      currencies: { platform: 'USD', statement: 'USD' },
      ...{ budgets: [exampleBudget], statuses: [exampleBudgetStatus], alerts: [exampleAlert] },
    },
  },
  errorImpact: 'Nobody sees how much of a budget is spent.',
});
