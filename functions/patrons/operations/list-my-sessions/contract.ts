import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { exampleSession, sessionViewSchema } from '../../schemas.ts';

/** Lists where the requesting patron is signed in, the session refreshed last first. */
export const contract = operation({
  id: 'patrons-list-my-sessions',
  context: 'patrons',
  service: 'administration',
  method: 'GET',
  path: '/v1/patrons/me/sessions',
  summary: 'See where one is signed in',
  permission: [{ who: 'patron' }],
  touches: { table: 'read' },
  output: z.strictObject({ sessions: z.array(sessionViewSchema) }),
  refusals: {},
  example: { output: { sessions: [exampleSession] } },
  errorImpact: 'Patrons do not see on which devices they are signed in.',
});
