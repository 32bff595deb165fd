import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { courseViewSchema, exampleCourse, termParams } from '../../schemas.ts';

/** Lists the courses of a term by code, including past terms, from which courses are copied. */
export const contract = operation({
  id: 'teaching-list-courses',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/members/{memberId}/terms/{termId}/courses',
  summary: 'List the courses of a term',
  permission: [{ who: 'anyone' }],
  touches: { table: 'read' },
  params: termParams,
  query: z.strictObject({
    ...pageQuery,
  }),
  output: z.strictObject({ courses: z.array(courseViewSchema), next: z.string().optional() }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'harcourt', termId: '2026-fall' },
    query: {},
    output: { courses: [exampleCourse] },
  },
  errorImpact: 'Nobody sees which courses have something on reserve.',
});
