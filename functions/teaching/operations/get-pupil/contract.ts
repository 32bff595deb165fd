import * as z from 'zod';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { atSchoolDesk } from '../../schemas.ts';

/** Returns the class of a patron of the school, for the desk; or when the pupil left. */
export const contract = operation({
  id: 'teaching-get-pupil',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/branches/{branchId}/pupils/{patronId}',
  summary: 'See the class of a pupil',
  permission: [atSchoolDesk],
  touches: { table: 'read' },
  params: z.strictObject({ branchId: branchIdSchema, patronId: z.string().min(1).max(64) }),
  output: z.strictObject({
    patronId: z.string(),
    localId: z.string(),
    grade: z.string(),
    classId: z.string().optional(),
    left: z.string().optional(),
  }),
  owner: 'no-pupil',
  refusals: { 'no-pupil': { status: 404, meaning: 'The patron is no pupil of this school.' } },
  example: {
    params: { branchId: 'oakwood.library', patronId: 'pat_01kaw5v7n0000000000000000z' },
    output: { patronId: 'pat_01kaw5v7n0000000000000000z', localId: '10234', grade: '5', classId: '5b' },
  },
  errorImpact: 'The desk does not see a pupil’s class.',
});
