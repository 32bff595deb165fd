import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import {
  atSchoolDesk,
  classParams,
  classRefusals,
  classViewSchema,
  exampleClass,
  teacherRefusals,
} from '../../schemas.ts';

/** Sets the teachers of a class: patrons by id. They see of its pupils what the consortium's policy permits. */
export const contract = operation({
  id: 'teaching-set-class-teachers',
  context: 'teaching',
  service: 'circulation',
  method: 'PUT',
  path: '/v1/teaching/branches/{branchId}/classes/{classId}/teachers',
  summary: 'Set the teachers of a class',
  permission: [atSchoolDesk],
  touches: { table: 'write' },
  params: classParams,
  body: z.strictObject({ teachers: z.array(z.string().min(1).max(64)).max(10) }),
  output: classViewSchema,
  owner: 'unknown-class',
  namedOwner: 'not-of-this-school',
  refusals: {
    ...classRefusals,
    ...teacherRefusals,
  },
  example: {
    params: { branchId: 'oakwood.library', classId: '5b' },
    body: { teachers: exampleClass.teachers },
    output: exampleClass,
  },
  errorImpact: 'Teachers do not see what their class has.',
});
