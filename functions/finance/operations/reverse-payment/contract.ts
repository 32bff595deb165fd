import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountLineSchema } from '../../domain/member-account/account-line.ts';
import { reversalInputSchema } from '../../domain/member-account/payment.ts';
import { accountParams, accountWriters, bookingRefusals, exampleReversal } from '../../schemas/accounts.ts';

/**
 * Reverses a payment that the bank returned, or that was booked by mistake: in full and once, by a new entry in the open month. What it
 * had settled is open again; the bank reference of a mistyped one is released for the correct booking.
 */
export const contract = operation({
  id: 'finance-reverse-payment',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/payments/{entryId}/reversal',
  summary: 'Take a member’s payment back',
  permission: accountWriters,
  touches: { table: 'write' },
  params: accountParams.extend({ entryId: z.string().min(1).max(80) }),
  body: reversalInputSchema,
  status: 201,
  output: z.strictObject({ line: accountLineSchema }),
  refusals: {
    'unknown-payment': { status: 404, meaning: 'The account has no such payment.' },
    'reversed-already': { status: 409, meaning: 'The payment is taken back already.' },
    ...bookingRefusals,
  },
  example: {
    params: { memberId: 'riverton', entryId: 'ent_01kb0000000000000000000000' },
    body: { why: 'bounced', reference: 'RET 2026-11-25/0007', valueOn: '2026-11-25' },
    output: { line: exampleReversal },
  },
  errorImpact: 'A payment that the bank sent back, or that was mistyped, stays in the books.',
});
