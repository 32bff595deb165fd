import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Withdraws a correction or a credit from a month without written statements, for example one added by mistake. The audit retains it. */
export const contract = operation({
  id: 'finance-withdraw-adjustment',
  context: 'finance',
  service: 'administration',
  method: 'DELETE',
  path: '/v1/finance/periods/{month}/adjustments/{memberId}/{lineId}',
  summary: 'Take a correction or a credit out of an open period',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write' },
  params: z.strictObject({
    month: monthSchema,
    memberId: z.string().min(1).max(64),
    lineId: z.string().min(1).max(160),
  }),
  output: z.strictObject({ withdrawn: z.literal(true) }),
  refusals: {
    'not-open': { status: 409, meaning: 'The statements of this month are written already, or it is closed.' },
    'changed-meanwhile': { status: 409, meaning: 'Another person adjusted the same at the same time: look again.' },
    'unknown-line': { status: 404, meaning: 'The month has no such correction or credit.' },
  },
  example: {
    params: { month: '2026-11', memberId: 'riverton', lineId: 'credit-outage' },
    output: { withdrawn: true as const },
  },
  errorImpact: 'A credit typed wrong stays in the month until another evens it out.',
});
