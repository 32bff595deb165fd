import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { courseViewSchema, exampleCourse } from '../../schemas.ts';

/**
 * Finds running courses by words of code, title, department and instructors' names: each word by its prefix, in any order, ignoring
 * diacritics and case: `hist moreau`. Of one member or the whole consortium.
 */
export const contract = operation({
  id: 'teaching-find-courses',
  context: 'teaching',
  service: 'search',
  method: 'GET',
  path: '/v1/teaching/courses',
  summary: 'Find courses by code, title or instructor',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  query: z.strictObject({
    q: z.string().trim().min(1).max(200),
    member: memberIdSchema.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.strictObject({
    courses: z.array(courseViewSchema),
    /** There may be others: refine the query. */
    more: z.boolean(),
  }),
  refusals: {},
  example: { query: { q: 'atlantic' }, output: { courses: [exampleCourse], more: false } },
  errorImpact: 'Students do not find what is on reserve for their courses.',
});
