import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';

/** The types of library that a consortium joins. */
export const memberTypes = ['public', 'academic', 'special', 'school'] as const;

/**
 * From which day a library is a member and, once it has left, its last day. It has no part of what members share in months
 * before and after. Without `memberSince` the day of its creation counts.
 */
const membershipSchema = z.strictObject({
  memberSince: z.iso.date().exactOptional(),
  leftOn: z.iso.date().exactOptional(),
});

/** A member library. `fiscalYearStartsIn` is a month, 1 to 12; `lendsOnRequest`: its copies are lent only when it agrees each time. */
export const memberSchema = z.strictObject({
  memberId: memberIdSchema,
  name: z.string().min(1).max(200),
  type: z.enum(memberTypes),
  fiscalYearStartsIn: z.number().int().min(1).max(12),
  lendsOnRequest: z.boolean(),
  ...membershipSchema.shape,
});
export type Member = z.infer<typeof memberSchema>;
