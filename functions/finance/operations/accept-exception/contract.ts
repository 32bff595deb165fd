import * as z from 'zod';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reconciliationViewSchema } from '../../domain/cloud-bills/view-schema.ts';
import { exampleReconciliation, monthPath, noReport } from '../../schemas/bills.ts';

/**
 * Accepts a difference between bill and metering, with the reason. The acceptance applies only to this amount: a bill with another
 * difference needs a new one.
 */
export const contract = operation({
  id: 'finance-accept-exception',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/months/{month}/exceptions',
  summary: 'Explain a difference between the bill and the metered use',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write', bucket: 'read', sizes: 'configured' },
  params: monthPath,
  body: z.strictObject({
    exceptionId: z.string().min(1).max(300),
    /** The exact difference that was displayed, so that no other one is accepted by mistake. */
    difference: z.string().regex(/^-?\d{1,15}\.\d{12}$/),
    reason: someLines(1000, 3),
  }),
  status: 201,
  output: reconciliationViewSchema,
  refusals: {
    ...noReport,
    'unknown-exception': { status: 404, meaning: 'The month’s latest bill has no such difference.' },
    'difference-moved': { status: 409, meaning: 'The difference is another by now: look at it again.' },
    'period-closed': {
      status: 409,
      meaning: 'The month is approved or closed: differences of its bill can no longer be explained.',
    },
    'already-accepted': { status: 409, meaning: 'Somebody has accepted it.' },
  },
  example: {
    params: { month: '2026-10' },
    body: {
      exceptionId: 'beyond-tolerance:Lambda',
      difference: '3.000000000000',
      reason: 'Retries of a failed load, asked of the supplier in case 4711.',
    },
    output: exampleReconciliation,
  },
  errorImpact: 'A month with differences cannot be reconciled.',
});
