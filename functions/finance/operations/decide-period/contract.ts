import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleHash, examplePeriod, periodRefusals, periodViewSchema } from '../../schemas/periods.ts';

/**
 * Approves a period’s statements, named by their displayed hash: the workflow books and closes them. Not by anyone who took part in
 * preparing it: its figures, bill, accepted differences, netting, corrections and credits, including withdrawn ones. Or reopens it, with
 * a reason, until its statements are being booked.
 */
export const contract = operation({
  id: 'finance-decide-period',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/periods/{month}/decisions',
  summary: 'Approve a period, or open it again',
  permission: [{ who: 'staff', roles: ['finance-approver'], at: 'consortium' }],
  touches: { table: 'write', machine: 'period-close', taskTokens: true },
  params: z.strictObject({ month: monthSchema }),
  body: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('approve'), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.strictObject({ step: z.literal('reopen'), reason: z.string().min(1).max(500) }),
  ]),
  status: 201,
  output: periodViewSchema,
  refusals: {
    ...periodRefusals,
    'own-work': { status: 403, meaning: 'Who had a part in preparing a period does not approve it.' },
    'later-bill': { status: 409, meaning: 'A bill was taken in after it was reconciled: open it again.' },
    'no-statements': { status: 409, meaning: 'Its statements are not written yet, or could not be.' },
    'other-statements': { status: 409, meaning: 'Its statements are not those that were looked at.' },
    'being-booked': { status: 409, meaning: 'Its statements are being booked: it is not opened again.' },
  },
  example: {
    params: { month: '2026-10' },
    body: { step: 'approve', hash: exampleHash },
    output: {
      ...examplePeriod,
      ...{ state: 'approved', round: 1, reconciliation: { reason: 'First month, no bill yet' } },
      draft: { hash: exampleHash, statements: 40, currency: 'USD', total: 21_402, due: 0 },
    },
  },
  errorImpact: 'A month can be neither closed nor reopened.',
});
