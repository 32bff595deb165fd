import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { termIdSchema } from '../../domain/course.ts';
import {
  atReserve,
  copyCourseRefusals,
  courseParams,
  courseRefusals,
  courseViewSchema,
  exampleCourse,
} from '../../schemas.ts';

/**
 * Copies a course to another term with its list: its fields, records, links and items, which are put on reserve again at the same place.
 * Items that no longer exist or are unfit, and instructors' own copies, are omitted and listed. A repeated request resumes and creates no
 * second course.
 */
export const contract = operation({
  id: 'teaching-copy-course',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/courses/{courseId}/copies',
  summary: 'Bring a course forward to another term',
  permission: [atReserve],
  touches: { table: 'write' },
  params: courseParams,
  body: z.strictObject({ branchId: branchIdSchema, termId: termIdSchema }),
  status: 201,
  output: z.strictObject({
    course: courseViewSchema,
    copied: z.number().int(),
    leftOut: z.array(z.strictObject({ entryId: z.string(), why: z.enum(['gone', 'not-fit', 'personal']) })),
  }),
  owner: 'not-your-course',
  refusals: { ...courseRefusals, ...copyCourseRefusals },
  example: {
    params: { courseId: exampleCourse.courseId },
    body: { branchId: 'harcourt.main', termId: '2027-spring' },
    output: { course: { ...exampleCourse, termId: '2027-spring' }, copied: 12, leftOut: [] },
  },
  errorImpact: 'Staff must enter reading lists again every term.',
});
