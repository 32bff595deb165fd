import * as z from 'zod';
import { branchCalendarSchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';

/** A branch: where it stands, when it is open, and whether holds can be collected there. */
export const branchSchema = z.strictObject({
  branchId: branchIdSchema,
  name: z.string().min(1).max(200),
  address: z.string().min(1).max(500),
  pickup: z.boolean(),
  calendar: branchCalendarSchema,
});
export type Branch = z.infer<typeof branchSchema>;
