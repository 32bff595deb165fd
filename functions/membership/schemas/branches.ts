import * as z from 'zod';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { branchSchema } from '../domain/branch.ts';
import { calendarVersionView } from './calendars.ts';

/** A branch for editing: with the version that a change names, and the calendars in force and later. */
export const editedBranchSchema = z.strictObject({
  branch: branchSchema,
  version: z.int(),
  calendars: z.array(calendarVersionView),
});

/** The refusals of a change of a branch. */
export const branchChanged = {
  'branch-unknown': { status: 404, meaning: 'There is no such branch.' },
  'changed-meanwhile': { status: 409, meaning: 'Others have changed the branch since the version named.' },
} as const satisfies Record<string, Refusal>;
