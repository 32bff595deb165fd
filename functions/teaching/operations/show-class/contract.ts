import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  atSchoolDesk,
  classParams,
  classRefusals,
  classViewSchema,
  exampleClass,
  examplePupil,
  pupilViewSchema,
} from '../../schemas/school-shapes.ts';

/**
 * A class with its pupils by name and what each has: the list by which a desk lends without cards. Items are lent to a pupil by
 * the checkout with the pupil's id in place of a card, and taken back by the check-in.
 */
export const contract = operation({
  id: 'teaching-show-class',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/branches/{branchId}/classes/{classId}',
  summary: 'Open a class with its pupils and their loans',
  permission: [atSchoolDesk],
  touches: { table: 'read' },
  params: classParams,
  output: z.strictObject({ class: classViewSchema, pupils: z.array(pupilViewSchema) }),
  refusals: classRefusals,
  example: {
    params: { branchId: 'oakwood.library', classId: '5b' },
    output: { class: exampleClass, pupils: [examplePupil] },
  },
  errorImpact: 'Nothing is lent by class list.',
});
