import * as z from 'zod';
import { branchCalendarSchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** A branch: its address, its opening hours, and whether it permits pickup of holds. */
export const branchSchema = z.strictObject({
  branchId: branchIdSchema,
  name: oneLine(200),
  address: z.string().min(1).max(500),
  pickup: z.boolean(),
  calendar: branchCalendarSchema,
});
export type Branch = z.infer<typeof branchSchema>;
