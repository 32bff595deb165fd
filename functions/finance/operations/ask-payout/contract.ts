import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { payoutInputSchema } from '../../domain/member-account/payment.ts';
import { payoutSchema } from '../../domain/member-account/payout.ts';
import { accountParams, accountWriters, examplePayout } from '../../schemas/accounts.ts';

/** Requests the payout of a member's credit: nothing is booked until another person, an approver, has paid it. */
export const contract = operation({
  id: 'finance-ask-payout',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/payouts',
  summary: 'Ask for a credit to be paid out',
  permission: accountWriters,
  touches: { table: 'write' },
  params: accountParams,
  body: payoutInputSchema,
  status: 201,
  output: z.strictObject({ payout: payoutSchema }),
  refusals: {
    'more-than-credit': { status: 409, meaning: 'Less is in credit than would be paid out.' },
    'changed-meanwhile': { status: 409, meaning: 'The same request is being answered already: ask again.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { amount: 1250, currency: 'USD', reference: 'PAY 2026-0017' },
    output: { payout: examplePayout },
  },
  errorImpact: 'The credit of members cannot be paid out.',
});
