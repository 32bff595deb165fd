import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { MOST_MONTHS } from '../../domain/loans-by-member.ts';

const count = z.number().int();

/**
 * Counts what membership brought a member: loans from other libraries and to their patrons by month, from the archive of facts, and the
 * records of other members that its loads re-used. It has no money: prices are assumptions, which the page of the value report states.
 */
export const contract = operation({
  id: 'analytics-show-value',
  context: 'analytics',
  service: 'administration',
  method: 'GET',
  path: '/v1/analytics/value',
  summary: 'Count what membership brought a member',
  permission: [
    { who: 'staff', roles: ['admin', 'auditor', 'finance-preparer', 'finance-approver'], at: 'consortium' },
    { who: 'staff', roles: ['member-admin', 'member-finance'], at: { member: 'query.member' } },
  ],
  touches: { facts: true, table: 'read' },
  timeoutSeconds: 29,
  query: z.strictObject({
    /** The first and the last month, both included. */
    from: monthSchema,
    to: monthSchema,
    member: memberIdSchema,
  }),
  output: z.strictObject({
    member: memberIdSchema,
    from: monthSchema,
    to: monthSchema,
    /** By the local month of the desk; a month without such a loan is absent. */
    months: z.array(
      z.strictObject({
        month: monthSchema,
        /** Initial checkouts by the member’s patrons, at any desk, of items that other members own. */
        borrowed: count,
        /** Initial checkouts by patrons of other members, at any desk, of the member’s items. */
        lent: count,
        /** Initial checkouts by the member’s patrons of items that libraries outside the consortium own. */
        outside: count,
      }),
    ),
    records: z.strictObject({
      /** Loads of bibliographic records that were opened in the months (UTC). */
      loads: count,
      /** Records that were new to the member. */
      created: count,
      /** Those of them that joined a record that another member had already. */
      matched: count,
      /** False when older loads of these months were not counted. */
      complete: z.boolean(),
    }),
  }),
  refusals: {
    'months-wrong': { status: 422, meaning: `The months are reversed, or more than ${MOST_MONTHS}.` },
    'narrow-the-period': { status: 422, meaning: 'The query reads more, or takes longer, than one query may.' },
  },
  example: {
    query: { from: '2026-01', to: '2026-03', member: 'riverton' },
    output: {
      ...{ member: 'riverton', from: '2026-01', to: '2026-03' },
      months: [
        { month: '2026-01', borrowed: 310, lent: 205, outside: 8 },
        { month: '2026-02', borrowed: 290, lent: 240, outside: 5 },
        { month: '2026-03', borrowed: 345, lent: 260, outside: 11 },
      ],
      records: { loads: 4, created: 1200, matched: 840, complete: true },
    },
  },
  errorImpact: 'A member cannot see what membership brought it; its loans are unaffected.',
});
