import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { consortiumReaders } from '../../schemas/readers.ts';

/**
 * Counts the checkouts and renewals at a member's desks in a month, by the local day of each: by branch, owner of the item, its category,
 * and the patron's home library and category. From the anonymous statistics, which outlive every loan and name nobody (C78).
 */
export const contract = operation({
  id: 'finance-count-loans',
  context: 'finance',
  service: 'administration',
  method: 'GET',
  path: '/v1/finance/loans/{month}',
  summary: 'Count the loans of a member in a month',
  permission: [
    consortiumReaders,
    { who: 'staff', roles: ['member-finance', 'member-admin'], at: { member: 'query.member' } },
  ],
  touches: { table: 'read' },
  params: z.strictObject({ month: monthSchema }),
  query: z.strictObject({ member: memberIdSchema }),
  output: z.strictObject({
    loans: z.number().int(),
    renewals: z.number().int(),
    /** The persons who borrowed or renewed at this member in the month. */
    persons: z.number().int(),
    /** One row per kind of loan, the most frequent first. */
    counts: z.array(
      z.strictObject({
        checkoutBranch: z.string(),
        owner: z.string(),
        itemCategory: z.string(),
        /** Null with the category when fewer than five persons of a kind borrowed: their rows are joined. */
        patronMember: z.string().nullable(),
        patronCategory: z.string().nullable(),
        loans: z.number().int(),
        renewals: z.number().int(),
        /** Each person counts once, in the row of the month's first loan at this member. */
        persons: z.number().int(),
      }),
    ),
  }),
  refusals: {},
  example: {
    params: { month: '2026-10' },
    query: { member: 'riverton' },
    output: {
      ...{ loans: 12, renewals: 3, persons: 6 },
      counts: [
        {
          ...{ checkoutBranch: 'riverton.main', owner: 'harcourt', itemCategory: 'book' },
          ...{ patronMember: 'riverton', patronCategory: 'adult', loans: 12, renewals: 3, persons: 6 },
        },
      ],
    },
  },
  errorImpact: 'Members cannot count their loans.',
});
