import * as z from 'zod';
import { isBranchId, isMemberId } from './id.ts';

// Reports and staff records use these words beside member ids, so no library may have them as its id.
const reserved: readonly string[] = ['consortium', 'public-use', 'unattributed'];

/** A member's short name, used in every branch id, report and key. */
export const memberIdSchema = z
  .string()
  .refine(isMemberId, 'Use 2 to 32 lower-case letters, digits and hyphens, a letter first.')
  .refine((id) => !reserved.includes(id), 'This word is reserved.');

/** A branch id, `<member>.<code>`. */
export const branchIdSchema = z.string().refine(isBranchId, 'A branch is named <member>.<code>.');
