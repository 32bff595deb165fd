import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { termIdSchema } from '../../domain/course.ts';
import { atReserve, courseDescription, courseViewSchema, createCourseRefusals, exampleCourse } from '../../schemas.ts';

/** Creates a course in a term of the branch's member. Claims its code in the term; it can be found immediately. */
export const contract = operation({
  id: 'teaching-create-course',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/courses',
  summary: 'Make a course',
  permission: [atReserve],
  touches: { table: 'write' },
  body: z.strictObject({
    /** The branch of the course's reserve. */
    branchId: branchIdSchema,
    termId: termIdSchema,
    ...courseDescription,
  }),
  status: 201,
  output: courseViewSchema,
  namedOwner: { none: 'An instructor may be a patron of any member: only that the patron exists is checked.' },
  refusals: createCourseRefusals,
  example: {
    body: {
      branchId: 'harcourt.main',
      termId: '2026-fall',
      code: 'HIST 204',
      title: 'The Atlantic World',
      department: 'History',
      sections: ['01', '02'],
      instructors: [{ name: 'Ines Moreau' }],
    },
    output: exampleCourse,
  },
  errorImpact: 'Nothing can be put on reserve for a new course.',
});
