import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { monthViewSchema } from '../../domain/usage-report/month-view.ts';
import { exampleMonth } from '../../schemas/month-example.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/** Returns a month (UTC) by member and service, with its change since the previous month. A member sees only its own. */
export const contract = operation({
  id: 'finance-get-month',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/months/{month}',
  summary: 'Read what a month cost, by member and service',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read', sizes: 'configured' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({ member: z.string().min(1).max(64).optional() }),
  output: monthViewSchema,
  refusals: {
    'no-report': {
      status: 404,
      meaning: 'The month has not begun, has no price book, or there is no member to share its costs.',
    },
  },
  example: { params: { month: '2026-11' }, query: { member: 'riverton' }, output: exampleMonth },
  errorImpact: 'Finance staff cannot read the costs of a month.',
});
