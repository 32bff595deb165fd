import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { accountReaders, accountViewSchema, exampleAccount } from '../../schemas/views.ts';

/**
 * Lists the accounts at the payment provider: to staff of the consortium all, to finance staff of a member its own. `collector` is the
 * member whose account takes money for members without an account of their own.
 */
export const contract = operation({
  id: 'payments-list-accounts',
  context: 'payments',
  service: 'administration',
  method: 'GET',
  path: '/v1/payments/accounts',
  summary: 'List the accounts for online payments',
  permission: accountReaders,
  touches: { table: 'read' },
  output: z.strictObject({ accounts: z.array(accountViewSchema), collector: z.string().optional() }),
  refusals: {},
  example: {
    output: { accounts: [exampleAccount] },
  },
  errorImpact: 'Staff do not see who takes payments online.',
});
