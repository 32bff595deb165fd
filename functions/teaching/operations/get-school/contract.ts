import { operation } from '../../../../layers/platform/http/contract.ts';
import { schoolSchemeSchema } from '../../domain/school.ts';
import { atSchool, exampleScheme, schoolParams, schoolRefusals } from '../../schemas.ts';

/** Returns a school's grades and scheme. */
export const contract = operation({
  id: 'teaching-get-school',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/schools/{memberId}',
  summary: 'See the grades of a school',
  permission: [atSchool],
  touches: { table: 'read' },
  params: schoolParams,
  output: schoolSchemeSchema,
  refusals: schoolRefusals,
  example: { params: { memberId: 'oakwood' }, output: exampleScheme },
  errorImpact: 'Nobody sees which grades a school has.',
});
