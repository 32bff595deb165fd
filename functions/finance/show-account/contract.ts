import * as z from 'zod';
import { memberIdSchema } from '../../../layers/domain/membership/member.ts';
import { accountLineSchema, ageingSchema } from '../../../layers/domain/statements/account.ts';
import { operation } from '../../../layers/http/contract.ts';
import { consortiumReaders, memberReadersByPath } from '../readers.ts';

/**
 * A member’s statement of account with the consortium, one a currency, from a day to a day (UTC; the last 12 months unless
 * said): opening balance, charges, payments and credit notes that add up to the closing one, and how old what is open is.
 */
export const contract = operation({
  id: 'finance-show-account',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/accounts/{memberId}',
  summary: 'Show a member’s statement of account',
  permission: [consortiumReaders, memberReadersByPath],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  output: z.strictObject({
    memberId: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    accounts: z.array(
      z.strictObject({
        currency: z.string(),
        opening: z.int(),
        charges: z.int(),
        payments: z.int(),
        creditNotes: z.int(),
        closing: z.int(),
        lines: z.array(accountLineSchema),
        ageing: ageingSchema,
      }),
    ),
  }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    query: { from: '2026-10-01', to: '2026-10-31' },
    output: {
      ...{ memberId: 'riverton', from: '2026-10-01', to: '2026-10-31' },
      accounts: [
        {
          ...{ currency: 'USD', opening: 900, charges: 1250, payments: -900, creditNotes: 0, closing: 1250 },
          lines: [
            {
              ...{ at: '2026-10-04T09:00:00.000Z', entryId: 'statement-2026-09-riverton', kind: 'invoice' },
              ...{ amount: 1250, currency: 'USD', reference: '2026-000042', dueOn: '2026-11-03' },
            },
            {
              ...{ at: '2026-10-12T09:00:00.000Z', entryId: 'ent_01kb00000000000000000000000', kind: 'payment' },
              ...{ amount: -900, currency: 'USD', reference: '2026-000031' },
            },
          ],
          ageing: { notDue: 1250, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 0 },
        },
      ],
    },
  },
  errorImpact: 'Nobody sees what a member has paid and what it owes.',
});
