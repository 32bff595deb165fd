import { operation } from '../../../../layers/platform/http/contract.ts';
import { schoolSchemeSchema } from '../../domain/school.ts';
import { atSchool, exampleScheme, schoolParams } from '../../schemas.ts';

/** Sets a school's grades, lowest first, the patron category of each, and what happens to leavers' cards. */
export const contract = operation({
  id: 'teaching-set-school',
  context: 'teaching',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/teaching/schools/{memberId}',
  summary: 'Set the grades of a school',
  permission: [atSchool],
  touches: { table: 'write' },
  params: schoolParams,
  body: schoolSchemeSchema,
  output: schoolSchemeSchema,
  namedOwner: 'branch-elsewhere',
  refusals: {
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' },
  },
  example: { params: { memberId: 'oakwood' }, body: exampleScheme, output: exampleScheme },
  errorImpact: 'A school cannot set its grades.',
});
