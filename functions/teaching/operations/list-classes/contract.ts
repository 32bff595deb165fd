import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atSchoolDesk, classViewSchema, deskParams, exampleClass } from '../../schemas.ts';

/** Lists the classes of a school by name. */
export const contract = operation({
  id: 'teaching-list-classes',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/branches/{branchId}/classes',
  summary: 'List the classes of a school',
  permission: [atSchoolDesk],
  touches: { table: 'read' },
  params: deskParams,
  output: z.strictObject({ classes: z.array(classViewSchema) }),
  refusals: {},
  example: { params: { branchId: 'oakwood.library' }, output: { classes: [exampleClass] } },
  errorImpact: 'Nothing is lent by class list.',
});
