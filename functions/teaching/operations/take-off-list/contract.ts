import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atReserve, courseIdSchema, courseParams, courseRefusals, personalOutRefusal } from '../../schemas.ts';

/**
 * Removes an entry from a course's list. An item that no other course has on reserve gets back its own branch, location and category at
 * once, on loan or not: a loan keeps its terms, and its return uses its own location. Idempotent.
 */
export const contract = operation({
  id: 'teaching-take-off-list',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/courses/{courseId}/removals',
  summary: 'Take a copy, record or link off a course’s list',
  permission: [atReserve],
  touches: { table: 'write' },
  params: courseParams,
  body: z.strictObject({ branchId: branchIdSchema, entryId: z.string().min(1).max(64) }),
  output: z.strictObject({ courseId: courseIdSchema, entryId: z.string() }),
  owner: 'not-your-course',
  refusals: { ...courseRefusals, ...personalOutRefusal },
  example: {
    params: { courseId: 'crs_01kb0000000000000000000000' },
    body: { branchId: 'harcourt.main', entryId: 'itm_01kb0000000000000000000000' },
    output: { courseId: 'crs_01kb0000000000000000000000', entryId: 'itm_01kb0000000000000000000000' },
  },
  errorImpact: 'Items cannot be taken off reserve.',
});
