import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { classIdSchema } from '../../domain/school.ts';
import { classRefusals, taughtPupilSchema } from '../../schemas.ts';

/**
 * Returns a class for its teacher: names, and of minors what the consortium's policy permits (by default due dates and amounts, not
 * titles); of adults the name only. Other patrons do not learn that the class exists.
 */
export const contract = operation({
  id: 'teaching-my-class',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/me/classes/{memberId}/{classId}',
  summary: 'See what a class that one teaches has on loan, as far as the policy lets a teacher',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, classId: classIdSchema }),
  output: z.strictObject({ classId: z.string(), pupils: z.array(taughtPupilSchema) }),
  owner: 'unknown-class',
  refusals: {
    'unknown-class': { ...classRefusals['unknown-class'], meaning: 'The one who asks teaches no such class.' },
  },
  example: {
    params: { memberId: 'oakwood', classId: '5b' },
    output: {
      classId: '5b',
      pupils: [
        {
          name: { family: 'Okafor', given: 'Amara' },
          sight: 'amounts-and-dates',
          loans: [{ due: '2026-12-15T04:59:59.000Z' }],
          owed: 0,
        },
      ],
    },
  },
  errorImpact: 'Teachers do not see what is due in their class.',
});
