import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { trendSchema } from '../../domain/usage-report/trend.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/**
 * Returns what each of the months up to one cost, by member, with a forecast of the six months after the last one that has ended. Months
 * without prices and those before the first cost are left out. A member sees only its own.
 */
export const contract = operation({
  id: 'finance-show-trend',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/months/{month}/trend',
  summary: 'Compare what the months cost, with a forecast',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read', sizes: 'configured' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({
    member: memberIdSchema.optional(),
    months: z.coerce.number().int().min(1).max(13).default(12),
  }),
  output: trendSchema,
  refusals: { 'no-report': { status: 404, meaning: 'None of these months has use and prices.' } },
  example: {
    params: { month: '2026-10' },
    query: { member: 'riverton' },
    output: {
      ...{ currency: 'USD', minorDigits: 2 },
      months: [
        {
          ...{ month: '2026-10', amount: 1114, over: true, synthetic: false },
          members: [{ member: 'riverton', amount: 1114 }],
        },
      ],
    },
  },
  errorImpact: 'Finance staff cannot see how costs develop.',
});
