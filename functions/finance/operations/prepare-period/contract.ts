import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { examplePeriod, periodRefusals, periodViewSchema } from '../../schemas/periods.ts';

/**
 * Meters a month that ended at least an hour ago (`meter`; repeatable until reconciled), or reconciles it with the platform’s bill, or
 * with a reason why there is none (`reconcile`): then its statements are written.
 */
export const contract = operation({
  id: 'finance-prepare-period',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/periods/{month}/preparations',
  summary: 'Meter or reconcile a period',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write', bucket: 'read', sizes: 'configured', machine: 'period-close', taskTokens: true },
  // A month of 500 members has a hundred thousand lines: more than 512 MB, and seconds of a full CPU.
  memoryMb: 3008,
  params: z.strictObject({ month: monthSchema }),
  body: z.discriminatedUnion('step', [
    z.strictObject({ step: z.literal('meter') }),
    z
      .strictObject({
        step: z.literal('reconcile'),
        billId: z.string().min(1).max(64).exactOptional(),
        reason: z.string().min(1).max(500).exactOptional().describe('Why there is no bill to set it against'),
      })
      .refine(
        ({ billId, reason }) => (billId === undefined) !== (reason === undefined),
        'Name a bill, or a reason why there is none',
      ),
  ]),
  status: 201,
  output: periodViewSchema,
  refusals: {
    ...periodRefusals,
    'month-open': { status: 409, meaning: 'The month is not over for an hour.' },
    'no-report': { status: 404, meaning: 'The month has no price book, or there is no member to share its costs.' },
    'figures-moved': { status: 409, meaning: 'More use came in since the figures were taken: meter the month again.' },
    'bill-there': { status: 409, meaning: 'A bill of this month was taken in: no reason stands in its place.' },
    'unknown-bill': { status: 404, meaning: 'There is no such bill of this month, or a later one came after it.' },
    'exceptions-open': {
      status: 409,
      meaning: 'Differences between the bill and what was metered are not explained yet.',
    },
    'netting-open': {
      status: 409,
      meaning: 'The policy bills what members owe each other, and the netting of the month is not booked yet.',
    },
  },
  example: { params: { month: '2026-10' }, body: { step: 'meter' }, output: examplePeriod },
  // The bundle reads a month’s report and its bill, and contains the table of period states.
  errorImpact: 'A month cannot be prepared for its close.',
});
