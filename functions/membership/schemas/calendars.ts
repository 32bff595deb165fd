import * as z from 'zod';
import { branchCalendarSchema } from '../../../layers/kernel/calendar/branch-calendar.ts';

/** A version of a branch's calendar as returned: its number, and the instant from which it is in force. */
export const calendarVersionView = z.strictObject({
  version: z.number().int(),
  from: z.string(),
  calendar: branchCalendarSchema,
});
