import * as z from 'zod';
import { branchCalendarSchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** The identification of a patron on a branch's hold slips and lists: the name, the last digits of the card, or a code of the hold. */
export const holdSlipChoices = ['name', 'card', 'code'] as const;
export type HoldSlipChoice = (typeof holdSlipChoices)[number];

/** A branch: its address, its opening hours, and whether it permits pickup of holds. */
export const branchSchema = z.strictObject({
  branchId: branchIdSchema,
  name: oneLine(200),
  address: z.string().min(1).max(500),
  pickup: z.boolean(),
  phone: oneLine(40, 3).exactOptional(),
  email: z.email().max(254).exactOptional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .exactOptional(),
  holdSlip: z
    .enum(holdSlipChoices)
    .exactOptional()
    .describe(
      'For whom a copy waits, on hold slips and the list of the hold shelf; by default the last digits of the card',
    ),
  main: z.boolean().exactOptional().describe('Staff of the member begin here, until they choose another branch'),
  calendar: branchCalendarSchema,
});
export type Branch = z.infer<typeof branchSchema>;

const { branchId: _id, calendar: _calendar, ...details } = branchSchema.shape;
/** The public details of a branch besides its opening hours: changed as a whole. */
export const branchDetailsSchema = z.strictObject(details);
export type BranchDetails = z.infer<typeof branchDetailsSchema>;
