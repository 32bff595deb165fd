import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { examplePartner, partnerBalanceSchema, stockedVoucherSchema } from '../../schemas/partners.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/** Lists the current mutual debts of a member and external libraries, and the member's stock of vouchers. */
export const contract = operation({
  id: 'finance-list-partners',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/partners',
  summary: 'List a member’s accounts with libraries outside',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  query: z.strictObject({ member: memberIdSchema }),
  output: z.strictObject({
    partners: z.array(partnerBalanceSchema),
    vouchers: z.array(stockedVoucherSchema),
  }),
  refusals: {},
  example: {
    query: { member: 'riverton' },
    output: {
      partners: [{ partnerId: examplePartner, currency: 'EUR', owes: 1600, owed: 0 }],
      vouchers: [{ voucher: 'ifla-whole', value: 800, currency: 'EUR', count: 12 }],
    },
  },
  errorImpact: 'Members cannot see what they owe partners.',
});
