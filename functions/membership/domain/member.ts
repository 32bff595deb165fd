import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { shelvingNamesSchema } from './shelving-names.ts';

/** The types of library. */
export const memberTypes = ['public', 'academic', 'special', 'school'] as const;

/**
 * The first day of a membership and, after it ended, its last. The library has no share of costs in months before and after. Without
 * `memberSince` the day of its creation counts.
 */
const membershipSchema = z.strictObject({
  memberSince: z.iso.date().exactOptional(),
  leftOn: z.iso.date().exactOptional(),
});

/**
 * A member library. `fiscalYearStartsIn` is a month, 1 to 12; `lendsOnRequest`: its copies are lent only with its agreement each time.
 * `detailsVersion` counts the changes of these details; it is absent before the first.
 */
export const memberSchema = z.strictObject({
  memberId: memberIdSchema,
  name: oneLine(200),
  type: z.enum(memberTypes),
  fiscalYearStartsIn: z.number().int().min(1).max(12),
  lendsOnRequest: z.boolean(),
  ...membershipSchema.shape,
  names: shelvingNamesSchema.exactOptional(),
  detailsVersion: z.int().min(1).exactOptional(),
});
export type Member = z.infer<typeof memberSchema>;

/** A member to create. Its names and later details are set by changes. */
export const newMemberSchema = memberSchema.omit({ names: true, detailsVersion: true });

/** What a change of a member's details sets. Its id never changes. */
export const memberDetailsSchema = memberSchema.pick({
  ...{ name: true, type: true, fiscalYearStartsIn: true, lendsOnRequest: true },
});
export type MemberDetails = z.infer<typeof memberDetailsSchema>;
