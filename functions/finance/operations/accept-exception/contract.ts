import * as z from 'zod';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { reconciliationViewSchema } from '../../domain/cloud-bills/view-schema.ts';
import { exampleReconciliation, monthPath, noReport } from '../../schemas/bills.ts';

/** With its checks and its audit entry an acceptance is one transaction of at most 100 writes. */
const MOST_AT_ONCE = 90;

/**
 * Accepts differences between bill and metering with one reason, all or none. An acceptance applies only to its amount: a bill with
 * another difference needs a new one.
 */
export const contract = operation({
  id: 'finance-accept-exception',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/months/{month}/exceptions',
  summary: 'Explain differences between the bill and the metered use',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write', bucket: 'read', sizes: 'configured' },
  params: monthPath,
  body: z.strictObject({
    exceptions: z
      .array(
        z.strictObject({
          exceptionId: z.string().min(1).max(300),
          /** The exact difference that was displayed, so that no other one is accepted by mistake. */
          difference: z.string().regex(/^-?\d{1,15}\.\d{12}$/),
        }),
      )
      .min(1)
      .max(MOST_AT_ONCE)
      .refine((all) => new Set(all.map(({ exceptionId }) => exceptionId)).size === all.length, 'Each once'),
    reason: someLines(1000, 3),
  }),
  status: 201,
  output: reconciliationViewSchema,
  refusals: {
    ...noReport,
    'unknown-exception': { status: 404, meaning: 'The month’s latest bill has no such difference.' },
    'difference-moved': { status: 409, meaning: 'A difference is another by now: look at it again.' },
    'period-closed': {
      status: 409,
      meaning: 'The month is approved or closed: differences of its bill can no longer be explained.',
    },
    'already-accepted': { status: 409, meaning: 'Somebody has accepted one of them.' },
  },
  example: {
    params: { month: '2026-10' },
    body: {
      exceptions: [{ exceptionId: 'beyond-tolerance:Lambda', difference: '3.000000000000' }],
      reason: 'Retries of a failed load, asked of the supplier in case 4711.',
    },
    output: exampleReconciliation,
  },
  errorImpact: 'A month with differences cannot be reconciled.',
});
