import * as z from 'zod';
import { oneLine, someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { barcodeSchema } from '../../../catalogue/public/barcode-schema.ts';
import { reservePlaceSchema } from '../../domain/course.ts';
import { atReserve, courseIdSchema, courseParams, courseRefusals, personalCopyRefusals } from '../../schemas.ts';

/**
 * Puts an instructor's own copy on reserve for a course: a temporary item on a record that the member contributed. When its last course
 * ends and the item is in, it is removed from the catalogue and its barcode is free again.
 */
export const contract = operation({
  id: 'teaching-add-personal-copy',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/courses/{courseId}/personal-copies',
  summary: 'Take an instructor’s own copy on reserve',
  permission: [atReserve],
  touches: { table: 'write' },
  params: courseParams,
  body: z.strictObject({
    ...reservePlaceSchema.shape,
    /** The member's own source record for the item. */
    sourceId: z.string().min(3).max(200),
    barcode: barcodeSchema,
    callNumber: oneLine(200, 0).default(''),
    note: someLines(500).optional(),
  }),
  status: 201,
  output: z.strictObject({ courseId: courseIdSchema, entryId: z.string() }),
  owner: 'not-your-course',
  namedOwner: 'unknown-record',
  refusals: { ...courseRefusals, ...personalCopyRefusals },
  example: {
    params: { courseId: 'crs_01kb0000000000000000000000' },
    body: {
      branchId: 'harcourt.main',
      sourceId: 'harcourt:b1000',
      barcode: 'MOREAU-1',
      location: 'Reserve desk',
      category: 'reserve-2h',
    },
    output: { courseId: 'crs_01kb0000000000000000000000', entryId: 'itm_01kb0000000000000000000000' },
  },
  errorImpact: 'Instructors’ own copies cannot be put on reserve.',
});
