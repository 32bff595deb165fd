import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleNetting, nettingSchema } from '../../schemas/netting.ts';

/**
 * Books a month's netting into the ledger, once: a retry returns the booked netting. Not before an hour after the month's end. Whoever
 * books it counts as a preparer of the month and may not approve it, so it is a preparer's task.
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
  errorImpact: 'Debts between members cannot be settled.',
});
