import * as z from 'zod';
import { memberIdSchema } from '../../../layers/domain/membership/member.ts';
import { currencySchema } from '../../../layers/domain/money/currency.ts';
import { accountLineSchema } from '../../../layers/domain/statements/account.ts';
import { operation } from '../../../layers/http/contract.ts';

/** Records that a member has paid the consortium by bank: booked in the member’s books, and on its account, in one write. */
export const contract = operation({
  id: 'finance-record-payment',
  context: 'finance',
  service: 'administration',
  method: 'POST',
  path: '/v1/finance/accounts/{memberId}/payments',
  summary: 'Record a member’s payment',
  permission: [{ who: 'staff', roles: ['finance-preparer'], at: 'consortium' }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    amount: z.int().positive().describe('In minor units'),
    currency: currencySchema,
    reference: z.string().min(1).max(100).describe('Of the bank, or the number of the invoice that is paid'),
  }),
  status: 201,
  output: z.strictObject({ line: accountLineSchema }),
  refusals: {
    'unknown-member': { status: 404, meaning: 'There is no such member.' },
    'changed-meanwhile': { status: 409, meaning: 'The same request is being answered already: ask again.' },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { amount: 1250, currency: 'USD', reference: '2026-000042' },
    output: {
      line: {
        ...{ at: '2026-11-24T10:00:00.000Z', entryId: 'ent_01kb00000000000000000000000', kind: 'payment' },
        ...{ amount: -1250, currency: 'USD', reference: '2026-000042' },
      },
    },
  },
  errorImpact: 'What members have paid is not in the books.',
});
