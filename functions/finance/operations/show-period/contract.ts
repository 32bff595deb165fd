import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { shownAdjustmentSchema } from '../../domain/statements/adjustment.ts';
import { brokenSchema, exampleHash, examplePeriod, periodViewSchema } from '../../schemas/periods.ts';
import { consortiumReaders } from '../../schemas/readers.ts';
import { statementHeadSchema } from '../../schemas/statements.ts';

/**
 * Returns a period with its members’ statements and their corrections and credits. With `verify`, every statement of a closed one is
 * read and hashed again: `broken` names the first place that differs from its seal.
 */
export const contract = operation({
  id: 'finance-show-period',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/periods/{month}',
  summary: 'Show a period, and verify its seal',
  permission: [consortiumReaders],
  touches: { table: 'read' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({ verify: z.literal('true').optional() }),
  output: z.strictObject({
    period: periodViewSchema,
    statements: z.array(statementHeadSchema),
    /** Each with the id of its statement line, by which it can be withdrawn. */
    adjustments: z.array(shownAdjustmentSchema),
    verified: z.boolean().exactOptional(),
    broken: brokenSchema.exactOptional(),
  }),
  refusals: {},
  example: {
    params: { month: '2026-10' },
    output: {
      period: examplePeriod,
      statements: [{ memberId: 'riverton', currency: 'USD', total: 1250, due: 0, hash: exampleHash }],
      adjustments: [],
    },
  },
  errorImpact: 'Approvers cannot read the statements of a month before they approve them.',
});
