import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { schoolYearSchema } from '../../domain/school.ts';
import { atSchool, exampleYear, planYearRefusals, schoolParams, yearViewSchema } from '../../schemas.ts';

/**
 * Schedules a school year: on its day every pupil moves up a grade by the school's scheme, and the highest grade leaves; within a quarter
 * of an hour when the day is today. Each pupil is changed once per year, however often it runs. It can be undone within the days that the
 * scheme defines. Leavers and their open loans are listed beforehand.
 */
export const contract = operation({
  id: 'teaching-plan-roll-over',
  context: 'teaching',
  service: 'circulation',
  method: 'POST',
  path: '/v1/teaching/schools/{memberId}/years',
  summary: 'Plan the roll-over of a school year',
  permission: [atSchool],
  touches: { table: 'write' },
  params: schoolParams,
  body: z.strictObject({ year: schoolYearSchema, on: z.iso.date() }),
  status: 201,
  output: yearViewSchema,
  refusals: planYearRefusals,
  example: {
    params: { memberId: 'oakwood' },
    body: { year: '2027-28', on: '2027-08-01' },
    output: exampleYear,
  },
  errorImpact: 'Pupils stay in last year’s grades.',
});
