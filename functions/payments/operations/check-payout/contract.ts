import * as z from 'zod';
import { daySchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleDifferingPayout, payoutViewSchema } from '../../schemas/views.ts';

const { payoutId, arrivesOn, version, ...shown } = exampleDifferingPayout;

/**
 * Marks a payout that differs from the ledger as checked, with a note: it leaves Today and stays in the list of its month. When a later
 * comparison finds other differences, it is open again.
 */
export const contract = operation({
  id: 'payments-check-payout',
  context: 'payments',
  service: 'administration',
  method: 'PUT',
  path: '/v1/payments/accounts/{memberId}/payouts/{arrivesOn}/{payoutId}/check',
  summary: 'Mark a payout that differs as checked',
  permission: [
    { who: 'staff', roles: ['finance-preparer', 'finance-approver'], at: 'consortium' },
    { who: 'staff', roles: ['member-finance'], at: { member: 'path.memberId' } },
  ],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema, arrivesOn: daySchema, payoutId: z.string().min(1).max(64) }),
  body: z.strictObject({
    /** Why the difference is in order, or what was done. */
    note: oneLine(500),
    /** The version that was read. */
    version: z.int().min(1),
  }),
  output: payoutViewSchema,
  owner: 'payout-not-found',
  refusals: {
    'payout-not-found': { status: 404, meaning: 'The account has no such payout.' },
    'payout-agrees': { status: 409, meaning: 'Nothing differs in this payout.' },
    'changed-meanwhile': { status: 409, meaning: 'The payout was checked or compared again meanwhile: look again.' },
  },
  example: {
    params: { memberId: 'riverton', arrivesOn, payoutId },
    body: { note: 'A correction of the provider, in its letter of 18 November', version },
    output: {
      ...{ ...shown, payoutId, arrivesOn, version: version + 1 },
      checked: {
        ...{ at: '2026-11-20T09:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
        note: 'A correction of the provider, in its letter of 18 November',
      },
    },
  },
  errorImpact: 'Payouts that finance staff have checked stay on Today.',
});
