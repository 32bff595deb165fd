import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { materialSchema } from '../../domain/course.ts';
import { atReserve, courseIdSchema, courseParams, courseRefusals, listMaterialRefusals } from '../../schemas.ts';

const [, record, link] = materialSchema.options;

/** Adds a catalogue record or a link (an article, an e-book) to a course's list, without an item. A record is listed once. */
export const contract = operation({
  id: 'teaching-list-material',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/courses/{courseId}/materials',
  summary: 'Put a record or a link on a course’s list',
  permission: [atReserve],
  touches: { table: 'write' },
  params: courseParams,
  body: z.strictObject({
    branchId: branchIdSchema,
    material: z.discriminatedUnion('kind', [record, link]),
  }),
  status: 201,
  output: z.strictObject({ courseId: courseIdSchema, entryId: z.string() }),
  owner: 'not-your-course',
  refusals: { ...courseRefusals, ...listMaterialRefusals },
  example: {
    params: { courseId: 'crs_01kb0000000000000000000000' },
    body: {
      branchId: 'harcourt.main',
      material: { kind: 'link', url: 'https://journals.example.org/atlantic/12', title: 'The sea as archive' },
    },
    output: { courseId: 'crs_01kb0000000000000000000000', entryId: 'lst_01kb0000000000000000000000' },
  },
  errorImpact: 'Articles and e-books cannot be put on a course’s list.',
});
