import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { payoutDecisionSchema, payoutSchema } from '../../domain/member-account/payout.ts';
import { accountParams, bookingRefusals, examplePayout } from '../../schemas/accounts.ts';

const { asked } = examplePayout;

/**
 * Pays out a credit that a preparer requested, or declines it: by another person, once. A paid one is booked in the same write, at most
 * up to the current credit, and once per bank reference.
 */
export const contract = operation({
  id: 'finance-decide-payout',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/payouts/{payoutId}/decision',
  summary: 'Pay a credit out, or decline to',
  permission: [{ who: 'staff', roles: ['finance-approver'], at: 'consortium' }],
  touches: { table: 'write' },
  params: accountParams.extend({ payoutId: z.string().min(1).max(40) }),
  body: payoutDecisionSchema,
  status: 201,
  output: z.strictObject({ payout: payoutSchema }),
  refusals: {
    'unknown-payout': { status: 404, meaning: 'Nobody asked for such a payout.' },
    'own-work': { status: 409, meaning: 'Who asked for a payout does not decide on it.' },
    'decided-already': { status: 409, meaning: 'It is paid or declined already.' },
    'more-than-credit': { status: 409, meaning: 'Less is in credit than would be paid out.' },
    ...bookingRefusals,
  },
  example: {
    params: { memberId: 'riverton', payoutId: examplePayout.payoutId },
    body: { decision: 'pay', valueOn: '2026-11-28' },
    output: {
      payout: {
        ...{ ...examplePayout, state: 'paid', asked },
        decided: { at: '2026-11-28T10:00:00.000Z', by: 'staff:stf_01kb0000000000000000000001' },
      },
    },
  },
  errorImpact: 'Members wait for money that is theirs.',
});
