import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountStatementSchema } from '../../domain/member-account/account-statement.ts';
import { payoutSchema } from '../../domain/member-account/payout.ts';
import { overdueInvoiceSchema } from '../../domain/reminders/overdue-invoices.ts';
import { accountDays, accountParams, exampleAccount, examplePayout } from '../../schemas/accounts.ts';
import { consortiumReaders, memberReadersByPath } from '../../schemas/readers.ts';
import { exampleOverdue } from '../../schemas/reminders.ts';

/**
 * Returns a member’s statements of account with the consortium, one per currency, for a range of booking days (UTC; default: the last 12
 * months): opening balance, dues, charges, credit notes, payments, prepayments, reversals and payouts that add up to the closing
 * balance; the ages of open amounts; the requested payouts; and the invoices that are overdue today, with their reminders.
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
  params: accountParams,
  query: accountDays,
  output: z.strictObject({
    memberId: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    accounts: z.array(accountStatementSchema),
    payouts: z.array(payoutSchema),
    overdue: z.array(overdueInvoiceSchema),
  }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    query: { from: '2026-10-01', to: '2026-10-31' },
    output: {
      ...{ memberId: 'riverton', from: '2026-10-01', to: '2026-10-31' },
      ...{ accounts: [exampleAccount], payouts: [examplePayout], overdue: [exampleOverdue] },
    },
  },
  errorImpact: 'Finance staff cannot see the account of a member.',
});
