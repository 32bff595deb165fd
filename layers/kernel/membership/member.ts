import * as z from 'zod';
import { isBranchId, isMemberId } from '../identity/id.ts';

/** The types of library that a consortium joins (mission). */
export const memberTypes = ['public', 'academic', 'special', 'school'] as const;

// Words that stand beside members in reports and on staff: no library may bear them.
const reserved: readonly string[] = ['consortium', 'public-use', 'unattributed'];

/** A member's short name: in every branch id, report and key. */
export const memberIdSchema = z
  .string()
  .refine(isMemberId, 'Use 2 to 32 lower-case letters, digits and hyphens, a letter first.')
  .refine((id) => !reserved.includes(id), 'This word is reserved.');

/** A branch id, `<member>.<code>`. */
export const branchIdSchema = z.string().refine(isBranchId, 'A branch is named <member>.<code>.');

/**
 * From which day a library is a member, and, once it has left, its last one. Months before and after have no part of what members
 * share; the day that it was created, where none is said.
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
