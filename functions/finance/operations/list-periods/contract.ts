import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { disputeSchema } from '../../domain/statements/dispute.ts';
import { brokenSchema, exampleNames, examplePeriod, periodViewSchema } from '../../schemas/periods.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * The board: the months up to one (this one unless said), newest first, each with its state, figures, bill and who took
 * which step; how many alerts of budgets were raised in it; and the lines that members dispute and nobody has answered. With `verify`, every period ever closed is read and
 * its seal reckoned anew, from the first to the last: `chain` names the first place that is not as it was sealed.
 */
export const contract = operation({
  id: 'finance-list-periods',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/periods',
  summary: 'List the periods',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  query: z.strictObject({
    until: monthSchema.optional(),
    months: z.coerce.number().int().min(1).max(60).optional(),
    verify: z.literal('true').optional(),
  }),
  output: z.strictObject({
    periods: z.array(periodViewSchema),
    /** Of any month, the longest open first. */
    openDisputes: z.array(disputeSchema),
    /** How many alerts of budgets, of all members and the consortium, were raised in a month; months without any are left out. */
    budgetAlerts: z.record(monthSchema, z.int().positive()),
    /** The names of the staff who took the steps, by what the steps say of them. */
    names: z.record(z.string(), z.string()),
    chain: z
      .strictObject({ closed: z.int(), verified: z.boolean(), broken: brokenSchema.exactOptional() })
      .exactOptional(),
  }),
  refusals: {},
  example: {
    query: { until: '2026-10', months: 1 },
    output: { periods: [examplePeriod], openDisputes: [], budgetAlerts: { '2026-10': 3 }, names: exampleNames },
  },
  errorImpact: 'Nobody sees which months are closed and which are to be.',
});
