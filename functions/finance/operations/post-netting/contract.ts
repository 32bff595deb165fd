import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleNetting, nettingSchema } from '../../schemas/netting.ts';

/**
 * Books a month's netting into the ledger, once: asked again, it answers what is booked. Not before the month is over for an
 * hour. Who books it has prepared the month by that and does not approve it: so it is the preparer's to book, too.
 */
export const contract = operation({
  id: 'finance-post-netting',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/netting',
  summary: 'Book a month’s netting between members',
  permission: [{ who: 'staff', roles: ['finance-preparer', 'finance-approver'], at: 'consortium' }],
  touches: { table: 'write' },
  body: z.strictObject({ month: monthSchema }),
  status: 201,
  output: nettingSchema,
  refusals: {
    'month-open': { status: 409, meaning: 'The month is not over, or only just.' },
    'period-closed': { status: 409, meaning: 'The month is closed: nothing is booked into it any more.' },
  },
  example: { body: { month: '2026-10' }, output: { ...exampleNetting, posted: true } },
  errorImpact: 'What members owe each other cannot be settled.',
});
