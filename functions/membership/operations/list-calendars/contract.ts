import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { calendarVersionView } from '../../schemas/calendars.ts';
import { exampleCalendars } from '../../schemas/examples.ts';

/**
 * Lists all versions of a branch's opening hours and closures, the last set first, so that past due dates and days late can be explained.
 */
export const contract = operation({
  id: 'membership-list-calendars',
  context: 'membership',
  service: 'administration',
  method: 'GET',
  path: '/v1/membership/branches/{branchId}/calendars',
  summary: 'List the versions of a branch’s opening hours and closures',
  permission: [
    {
      who: 'staff',
      roles: ['desk', 'desk-supervisor', 'member-admin', 'admin', 'auditor'],
      at: { branch: 'path.branchId' },
    },
  ],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema }),
  query: z.strictObject(pageQuery),
  output: z.strictObject({
    calendars: z.array(
      calendarVersionView.extend({
        setAt: z.string(),
        /** It ended the versions that would have begun after it. */
        endsLater: z.literal(true).optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  refusals: cursorRefusal,
  example: {
    params: { branchId: 'riverton.main' },
    query: {},
    output: { calendars: exampleCalendars.toReversed().map((one) => ({ ...one, setAt: '2026-01-12T15:04:05.000Z' })) },
  },
  errorImpact: 'Staff cannot see the hours by which overdue days of the past were counted.',
});
