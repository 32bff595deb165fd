import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleLine } from '../../../resource-sharing/public/example-line.ts';
import { memberStaff } from '../../../resource-sharing/public/member-staff.ts';
import { statementLineSchema } from '../../../resource-sharing/public/statement-line-schema.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Lists the mutual charges of a member and each other library for loans and copies in a month (UTC), including refunds. Debts between
 * members are settled by the monthly netting, those with external partners by payment or vouchers.
 */
export const contract = operation({
  id: 'finance-list-charges',
  context: 'finance',
  service: 'resource-sharing',
  method: 'GET',
  path: '/v1/finance/members/{memberId}/charges',
  summary: 'List what a member and other libraries charged each other',
  permission: [memberStaff, consortiumReaders],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ month: monthSchema }),
  output: z.strictObject({
    month: monthSchema,
    pairs: z.array(
      z.strictObject({
        other: z.string(),
        currency: z.string(),
        owes: z.number().int(),
        owed: z.number().int(),
        /** The member's claims less its debts. */
        net: z.number().int(),
        charges: z.array(statementLineSchema),
      }),
    ),
  }),
  refusals: {},
  example: {
    params: { memberId: 'riverton' },
    query: { month: '2026-11' },
    output: {
      month: '2026-11',
      pairs: [{ other: 'ashgrove', currency: 'USD', owes: 500, owed: 0, net: -500, charges: [exampleLine] }],
    },
  },
  errorImpact: 'Libraries do not see what they charge each other.',
});
