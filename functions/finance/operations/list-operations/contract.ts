import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { pricedServiceSchema } from '../../domain/pricing/priced-service.ts';
import { reportViewSchema } from '../../domain/usage-report/view-schema.ts';
import { exampleOperation } from '../../schemas/month-example.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/** Lists a month by operation, of one member or of all. `platform` is the idle cost. */
export const contract = operation({
  id: 'finance-list-operations',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/months/{month}/operations',
  summary: 'Open a month to its operations',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read', sizes: 'configured' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({
    member: z.string().min(1).max(64).optional(),
    service: pricedServiceSchema.optional(),
  }),
  output: z.strictObject({
    month: monthSchema,
    currency: z.string(),
    synthetic: z.boolean(),
    operations: z.array(reportViewSchema.shape.lines.element),
  }),
  refusals: {
    'no-report': {
      status: 404,
      meaning: 'The month has not begun, has no price book, or there is no member to share its costs.',
    },
  },
  example: {
    params: { month: '2026-11' },
    query: { member: 'riverton', service: 'circulation' },
    output: { month: '2026-11', currency: 'USD', synthetic: false, operations: [exampleOperation] },
  },
  errorImpact: 'Finance staff cannot see which operations made a cost.',
});
