import * as z from 'zod';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemRefSchema } from '../../../circulation/public/item-ref-schema.ts';
import { itemRefusals } from '../../../circulation/public/item-refusals.ts';
import { itemStateSchema } from '../../../items/public/item-state-schema.ts';
import { reservePlaceSchema } from '../../domain/course.ts';
import { atReserve, courseIdSchema, courseParams, courseRefusals, endedRefusal, listedRefusal } from '../../schemas.ts';

const { branchId, location, category } = reservePlaceSchema.shape;

/**
 * Puts an item of the member on reserve for a course. Its location becomes the reserve's branch and location, and the rule matrix
 * circulates it by the given category (two hours, no holds, as the loan rules define); its own values are restored when its last course
 * ends or removes it. An item on loan keeps the terms of that loan; it is expected back, and its check-in at the reserve's branch says
 * that it belongs there.
 */
export const contract = operation({
  id: 'teaching-put-on-reserve',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/courses/{courseId}/reserves',
  summary: 'Put a copy on reserve for a course',
  permission: [atReserve],
  touches: { table: 'write' },
  params: courseParams,
  body: z.strictObject({
    branchId,
    item: itemRefSchema,
    location,
    category,
    note: someLines(500).optional(),
  }),
  status: 201,
  output: z.strictObject({
    courseId: courseIdSchema,
    entryId: z.string(),
    state: itemStateSchema,
    /** Whether it is still expected at the reserve's branch; when on loan, until when. */
    awaited: z.boolean(),
    due: z.string().optional(),
  }),
  owner: 'not-your-course',
  namedOwner: 'not-your-item',
  refusals: {
    ...courseRefusals,
    ...endedRefusal,
    ...listedRefusal,
    ...itemRefusals,
    'not-your-item': { status: 403, meaning: 'Only copies of the course’s own member are put on reserve.' },
    'item-wrong-state': {
      status: 409,
      meaning: 'A copy that is withdrawn, missing, damaged or lost is not put on reserve.',
    },
  },
  example: {
    params: { courseId: 'crs_01kb0000000000000000000000' },
    body: { branchId: 'harcourt.main', item: '31234000123456', location: 'Reserve desk', category: 'reserve-2h' },
    output: {
      courseId: 'crs_01kb0000000000000000000000',
      entryId: 'itm_01kb0000000000000000000000',
      state: 'available',
      awaited: false,
    },
  },
  errorImpact: 'Nothing can be put on reserve.',
});
