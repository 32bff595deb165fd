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
} from '../../schemas.ts';

/**
 * Returns a class with its pupils by name and their loans: the list for checkouts without cards. Items are checked out with the pupil's
 * id in place of a card, and checked in as usual.
 */
export const contract = operation({
  id: 'teaching-show-class',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/branches/{branchId}/classes/{classId}',
  summary: 'Open a class with its pupils and their loans',
  permission: [atSchoolDesk],
  assurance: 'full',
  touches: { table: 'read' },
  params: classParams,
  output: z.strictObject({ class: classViewSchema, pupils: z.array(pupilViewSchema) }),
  owner: 'unknown-class',
  refusals: classRefusals,
  example: {
    params: { branchId: 'oakwood.library', classId: '5b' },
    output: { class: exampleClass, pupils: [examplePupil] },
  },
  errorImpact: 'Nothing is lent by class list.',
});
