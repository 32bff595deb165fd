import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  atReserve,
  courseDescription,
  courseParams,
  courseRefusals,
  courseViewSchema,
  editCourseRefusals,
  exampleCourse,
} from '../../schemas.ts';

const { code: _, instructors, ...description } = courseDescription;

/** Changes a course: title, department, sections, instructors. Its code is fixed, because it identifies the course in the term. */
export const contract = operation({
  id: 'teaching-edit-course',
  context: 'teaching',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/teaching/courses/{courseId}',
  summary: 'Change the details of a course',
  permission: [atReserve],
  touches: { table: 'write' },
  params: courseParams,
  body: z.strictObject({
    branchId: branchIdSchema,
    ...description,
    /** Without it they stay: the view of a course has names only, and an instructor may be a patron. */
    instructors: instructors.removeDefault().exactOptional(),
  }),
  output: courseViewSchema,
  owner: 'not-your-course',
  namedOwner: { none: 'An instructor may be a patron of any member: only that the patron exists is checked.' },
  refusals: { ...courseRefusals, ...editCourseRefusals },
  example: {
    params: { courseId: exampleCourse.courseId },
    body: { branchId: 'harcourt.main', title: 'The Atlantic World', instructors: [{ name: 'Ines Moreau' }] },
    output: exampleCourse,
  },
  errorImpact: 'Courses name the instructors of last year.',
});
