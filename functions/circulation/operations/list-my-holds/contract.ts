import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleHold, holdViewSchema } from '../../schemas/holds.ts';

/** Lists the open holds of the calling patron, with their places in the queues. */
export const contract = operation({
  id: 'circulation-list-my-holds',
  context: 'circulation',
  service: 'circulation',
  method: 'GET',
  path: '/v1/circulation/my/holds',
  summary: 'See my holds',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({ holds: z.array(holdViewSchema) }),
  refusals: {},
  example: { output: { holds: [exampleHold] } },
  errorImpact: 'Patrons do not see their holds.',
});
