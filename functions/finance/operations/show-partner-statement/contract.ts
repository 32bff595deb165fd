import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleLine } from '../../../resource-sharing/public/example-line.ts';
import { statementLineSchema } from '../../../resource-sharing/public/statement-line-schema.ts';
import { voucherCountSchema } from '../../../resource-sharing/public/voucher-count-schema.ts';
import { examplePartner, partnerBalanceSchema, partnerIdSchema } from '../../schemas/partners.ts';
import { consortiumReaders, memberReaders } from '../../schemas/readers.ts';

/**
 * Returns the statement between a member and an external library for a month (UTC): every charge, refund and settlement, the month's
 * total, and the current debt, with the vouchers that would pay it.
 */
export const contract = operation({
  id: 'finance-show-partner-statement',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/partners/{partnerId}/statements/{month}',
  summary: 'Read the month’s statement with a library outside',
  permission: [consortiumReaders, memberReaders],
  touches: { table: 'read' },
  params: z.strictObject({ partnerId: partnerIdSchema, month: monthSchema }),
  query: z.strictObject({ member: memberIdSchema }),
  output: z.strictObject({
    month: monthSchema,
    /** Charges of the month by currency; `net` is what the member is owed less what it owes. */
    charged: z.array(
      z.strictObject({
        currency: z.string(),
        owes: z.number().int(),
        owed: z.number().int(),
        net: z.number().int(),
      }),
    ),
    lines: z.array(statementLineSchema),
    /** The current balances, regardless of the month; `payableBy` lists vouchers that pay the debt exactly. */
    balances: z.array(partnerBalanceSchema.extend({ payableBy: z.array(voucherCountSchema).optional() })),
  }),
  refusals: {},
  example: {
    params: { partnerId: examplePartner, month: '2026-11' },
    query: { member: 'riverton' },
    output: {
      month: '2026-11',
      charged: [{ currency: 'EUR', owes: 1600, owed: 0, net: -1600 }],
      lines: [{ ...exampleLine, other: examplePartner, amount: 1600, currency: 'EUR' }],
      balances: [
        {
          ...{ partnerId: examplePartner, currency: 'EUR', owes: 1600, owed: 0 },
          payableBy: [{ voucher: 'ifla-whole', count: 2 }],
        },
      ],
    },
  },
  errorImpact: 'Members cannot check the claims of a partner.',
});
