import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { costCentreSchema } from '../../../../layers/kernel/money/cost-centre.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/** Lists a member's charges in a month by the cost centres of its patrons' departments, and the paid, waived and refunded amounts. */
export const contract = operation({
  id: 'finance-list-cost-centres',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/ledger/{period}/cost-centres',
  summary: 'Sum up a member’s charges of a month by cost centre',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  params: z.strictObject({ period: monthSchema }),
  query: z.strictObject({ member: z.string().min(1).max(64) }),
  output: z.strictObject({
    period: monthSchema,
    costCentres: z.array(
      z.strictObject({
        costCentre: costCentreSchema,
        currency: z.string(),
        charged: z.number().int(),
        paid: z.number().int(),
        waived: z.number().int(),
        givenBack: z.number().int(),
      }),
    ),
  }),
  refusals: {},
  example: {
    params: { period: '2026-11' },
    query: { member: 'riverton' },
    output: {
      period: '2026-11',
      costCentres: [{ costCentre: '4711-20', currency: 'USD', charged: 3350, paid: 350, waived: 0, givenBack: 3000 }],
    },
  },
  errorImpact: 'Special libraries cannot pass charges on to departments.',
});
