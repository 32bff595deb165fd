import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';

/** Lists the classes that the patron teaches. */
export const contract = operation({
  id: 'teaching-my-classes',
  context: 'teaching',
  service: 'circulation',
  method: 'GET',
  path: '/v1/teaching/me/classes',
  summary: 'List the classes that one teaches',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({
    classes: z.array(z.strictObject({ memberId: z.string(), classId: z.string(), grade: z.string() })),
  }),
  refusals: {},
  example: { output: { classes: [{ memberId: 'oakwood', classId: '5b', grade: '5' }] } },
  errorImpact: 'Teachers do not find their class.',
});
