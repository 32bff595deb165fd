import * as z from 'zod';
import { branchCalendarSchema, daySchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { branchSchema } from '../../domain/branch.ts';
import { branchChanged } from '../../schemas/branches.ts';
import { calendarVersionView } from '../../schemas/calendars.ts';
import { exampleBranch, exampleCalendars } from '../../schemas/examples.ts';

/**
 * Sets the next version of a branch's opening hours and closures: from now on, or from a later day on. Existing loans keep their due dates;
 * days before it are still judged by the hours of then.
 */
export const contract = operation({
  id: 'membership-update-branch-hours',
  context: 'membership',
  service: 'administration',
  method: 'PUT',
  path: '/v1/membership/branches/{branchId}/calendar',
  summary: 'Set a branch’s opening hours and closures',
  permission: [{ who: 'staff', roles: ['member-admin', 'admin'], at: { branch: 'path.branchId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ branchId: branchIdSchema }),
  body: z.strictObject({
    ...branchCalendarSchema.shape,
    /** The first day at the branch on which the version is in force; now by default. */
    effectiveFrom: daySchema.optional(),
    /** Whether the version ends those that would begin after it; required while there are any. */
    endsLater: z.boolean().optional(),
    /** The version of the branch that the change was made from: refused when others have changed it since. */
    version: z.int().optional(),
  }),
  output: z.strictObject({
    ...branchSchema.shape,
    version: z.int(),
    /** The version in force and those that begin later. */
    calendars: z.array(calendarVersionView),
  }),
  refusals: {
    ...branchChanged,
    'calendar-in-past': { status: 422, meaning: 'A version begins today or later: past days keep their hours.' },
    'too-many-calendars': { status: 409, meaning: 'At most 20 versions of a calendar may begin later.' },
    'later-calendar': {
      status: 409,
      meaning:
        'Other versions begin later: say whether they still begin (endsLater false) or this one ends them (true).',
    },
  },
  example: {
    params: { branchId: 'riverton.main' },
    body: { ...exampleBranch.calendar, effectiveFrom: '2026-12-01' },
    output: { ...exampleBranch, version: 2, calendars: exampleCalendars },
  },
  errorImpact: 'Due dates fall on days that a branch is closed.',
});
