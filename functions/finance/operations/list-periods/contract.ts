import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { disputeSchema } from '../../domain/statements/dispute.ts';
import { brokenSchema, exampleNames, examplePeriod, periodViewSchema } from '../../schemas/periods.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Lists the months up to one (default: the current), newest first, each with its state, figures, bill and the actors of its steps; the
 * number of its budget alerts; and the unanswered disputes of lines. With `verify`, every closed period is read and its seal
 * recalculated, from the first to the last: `chain` names the first place that differs from its seal.
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
    /** The number of budget alerts, of all members and the consortium, by month; months without any are omitted. */
    budgetAlerts: z.record(monthSchema, z.int().positive()),
    /** The names of the staff who took the steps, by actor. */
    names: actorNamesSchema,
    chain: z
      .strictObject({ closed: z.int(), verified: z.boolean(), broken: brokenSchema.exactOptional() })
      .exactOptional(),
  }),
  refusals: {},
  example: {
    query: { until: '2026-10', months: 1 },
    output: { periods: [examplePeriod], openDisputes: [], budgetAlerts: { '2026-10': 3 }, names: exampleNames },
  },
  errorImpact: 'Finance staff cannot see the state of the periods.',
});
