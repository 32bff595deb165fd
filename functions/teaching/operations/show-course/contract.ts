import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  courseParams,
  courseRefusals,
  courseViewSchema,
  exampleCourse,
  exampleMaterial,
  materialViewSchema,
} from '../../schemas.ts';

/**
 * Returns a course with its list: items with their current state (available, due date), records, links. What is hidden in the catalogue
 * is hidden here.
 */
export const contract = operation({
  id: 'teaching-show-course',
  context: 'teaching',
  service: 'search',
  method: 'GET',
  path: '/v1/teaching/courses/{courseId}',
  summary: 'Show a course with its reading list',
  permission: [{ who: 'anyone' }],
  // Reads MARC for the titles, how the consortium matches and shows them, and the rules of the items.
  bundleKilobytes: 765,
  touches: { table: 'read', bucket: 'read' },
  params: courseParams,
  output: z.strictObject({ course: courseViewSchema, materials: z.array(materialViewSchema) }),
  refusals: { 'unknown-course': courseRefusals['unknown-course'] },
  example: {
    params: { courseId: exampleCourse.courseId },
    output: { course: exampleCourse, materials: [exampleMaterial] },
  },
  errorImpact: 'Students do not see what is on reserve for their course.',
});
