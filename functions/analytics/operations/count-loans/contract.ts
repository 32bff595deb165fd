import * as z from 'zod';
import { monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { MOST_MONTHS } from '../../domain/loans-by-member.ts';

/**
 * Counts checkouts, circulation and persons by member and month from the archive of facts. The two figures of loans are those of the two
 * common standards, and are never one number.
 */
export const contract = operation({
  id: 'analytics-count-loans',
  context: 'analytics',
  service: 'administration',
  method: 'GET',
  path: '/v1/analytics/loans',
  summary: 'Count loans by member and month from the archive',
  permission: [
    { who: 'staff', roles: ['admin', 'auditor', 'finance-preparer', 'finance-approver'], at: 'consortium' },
    { who: 'staff', roles: ['member-admin', 'member-finance'], at: { member: 'query.member' } },
  ],
  touches: { facts: true },
  timeoutSeconds: 29,
  query: z.strictObject({
    /** The first and the last month, both included. */
    from: monthSchema,
    to: monthSchema,
    /** One member; without it all, for staff of the consortium. */
    member: memberIdSchema.optional(),
  }),
  output: z.strictObject({
    loans: z.array(
      z.strictObject({
        /** The member of the desk. */
        member: z.string(),
        month: monthSchema,
        /** Initial checkouts of items that the consortium owns without equipment (as ACRL and IPEDS). */
        checkouts: z.number().int(),
        /** Checkouts and renewals, with items borrowed from outside (PLS). */
        circulation: z.number().int(),
        /** The persons who borrowed or renewed at this member in the month. */
        persons: z.number().int(),
      }),
    ),
  }),
  refusals: {
    'months-wrong': { status: 422, meaning: `The months are reversed, or more than ${MOST_MONTHS}.` },
    'narrow-the-period': { status: 422, meaning: 'The query reads more, or takes longer, than one query may.' },
  },
  example: {
    query: { from: '2026-01', to: '2026-03' },
    output: { loans: [{ member: 'riverton', month: '2026-03', checkouts: 1210, circulation: 1730, persons: 402 }] },
  },
  errorImpact: 'Loans cannot be counted from the archive; the counts of a member’s month are unaffected.',
});
